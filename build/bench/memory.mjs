import { readdirSync, readFileSync } from 'node:fs';

/**
 * Proportional memory of a process and all below it, in MB: pages that several share are counted once between them.
 * Linux only.
 */
export function proportionalMemory(pid) {
  const kilobytes = familyOf(pid).map((member) => {
    const [, kB] = /^Pss:\s+(\d+)/m.exec(read(`/proc/${member}/smaps_rollup`)) ?? [];
    return Number(kB ?? 0);
  });
  return kilobytes.reduce((sum, kB) => sum + kB, 0) / 1024;
}

/** A process and its descendants. */
export function familyOf(pid) {
  const children = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = read(`/proc/${name}/stat`);
    // The program's name stands in brackets and may hold anything; the parent is the second word after it.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const family = [pid];
  for (const member of family) family.push(...(children.get(member) ?? []));
  return family;
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
