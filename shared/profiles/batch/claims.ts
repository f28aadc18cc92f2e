import { sameOnDisk } from './place';

/** Who writes where. Two rows never get the same place unless they make the same file. */
export interface Claims {
  /** The row that has this place, or a file or folder in its way; null where it is free. */
  holder(space: string, path: string): Claim | null;
  take(space: string, path: string, claim: Claim): void;
  /** That path, or the first of `name-2.rdp`, `name-3.rdp`, … that is free. */
  free(space: string, folder: string, name: string): string;
}

export interface Claim {
  readonly line: number;
  readonly path: string;
  /** Equal for rows that make the same bytes. */
  readonly content: string;
}

/** @param space the folder of the batch, or a zip of its own. */
export function createClaims(): Claims {
  const files = new Map<string, Claim>();
  const folders = new Map<string, Claim>();
  const nextNumber = new Map<string, number>();
  const keyOf = (space: string, path: string) => `${space}\0${sameOnDisk(path)}`;

  const claims: Claims = {
    holder(space, path) {
      const inTheWay = foldersOf(path).map((folder) => files.get(keyOf(space, folder)));
      const key = keyOf(space, path);
      return files.get(key) ?? folders.get(key) ?? inTheWay.find((claim) => claim !== undefined) ?? null;
    },
    take(space, path, claim) {
      files.set(keyOf(space, path), claim);
      for (const folder of foldersOf(path)) folders.set(keyOf(space, folder), claim);
    },
    free(space, folder, name) {
      const at = (file: string) => (folder === '' ? file : `${folder}/${file}`);
      const key = keyOf(space, at(name));
      if (!claims.holder(space, at(name))) return at(name);
      const base = name.replace(/\.rdp$/, '');
      let number = nextNumber.get(key) ?? 2;
      while (claims.holder(space, at(`${base}-${number}.rdp`))) number += 1;
      nextNumber.set(key, number + 1);
      return at(`${base}-${number}.rdp`);
    },
  };
  return claims;
}

/** `a/b/c.rdp` to `a` and `a/b`. */
function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
