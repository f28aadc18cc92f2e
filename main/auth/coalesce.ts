/**
 * Runs identical work once: whoever asks while it is under way gets the same promise. Only the first
 * one's arguments are used, so what differs between callers must be in the key.
 */
export function coalescing<T>(): (key: string, work: () => Promise<T>) => Promise<T> {
  const underWay = new Map<string, Promise<T>>();
  return (key, work) => {
    const known = underWay.get(key);
    if (known) return known;
    const started = work().finally(() => underWay.delete(key));
    underWay.set(key, started);
    return started;
  };
}
