const count = new Intl.NumberFormat('en');

/** "1 profile", "1,000 profiles". */
export function countText(value: number, one: string, many: string): string {
  return `${count.format(value)} ${value === 1 ? one : many}`;
}
