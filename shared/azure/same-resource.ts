/** ARM compares resource ids without letter case. In a file without schemas: the page uses it too, and loads none. */
export function isSameResource(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
