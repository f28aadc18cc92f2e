const longest = 60;
/** What the schema of an id allows. */
const longestOfAll = 80;

/**
 * The id of a library entry made from a name: lower-case letters, digits and hyphens, which every file system
 * and git tell apart alike. Different names may come to the same id: see `freeId`.
 */
export function entryIdFrom(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '');
  return plain === '' || isDevice(plain) ? `entry${plain && `-${plain}`}` : plain;
}

/** That id, or the first of `id-2`, `id-3`, … that nobody has. */
export function freeId(id: string, isTaken: (id: string) => boolean): string {
  let free = id;
  for (let next = 2; isTaken(free); next += 1) {
    const end = `-${next}`;
    free = `${id.slice(0, longestOfAll - end.length).replace(/-+$/, '')}${end}`;
  }
  return free;
}

/** Windows takes these for devices, with an extension too. */
export function isDevice(id: string): boolean {
  return /^(con|prn|aux|nul|com\d|lpt\d)$/.test(id);
}
