const everyMs = 100;

/** Says when progress is due for a person's eyes: ten times a second. */
export function createPacer(): () => boolean {
  let toldAt = 0;
  return () => {
    if (Date.now() - toldAt < everyMs) return false;
    toldAt = Date.now();
    return true;
  };
}
