/** Where a key leads in a list; undefined for a key that leads nowhere. */
export function nextIndex(
  key: string,
  active: number,
  count: number,
  rowsInView: number,
): number | undefined {
  const page = Math.max(1, rowsInView - 1);
  const wanted = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + page,
    PageUp: active - page,
    Home: 0,
    End: count - 1,
  }[key];
  return wanted === undefined ? undefined : Math.min(count - 1, Math.max(0, wanted));
}
