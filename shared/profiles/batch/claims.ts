import { sameOnDisk } from './place';

/** Who writes where. Two rows never get the same place unless they make the same file. */
export interface Claims {
  /** The row that has this place, or a file or folder in its way; null where it is free. */
  holder(space: string, path: string): Claim | null;
  take(space: string, path: string, claim: Claim): void;
  /** That path; where somebody holds it, who, and the first of `name-2.rdp`, `name-3.rdp`, … that is free. */
  free(space: string, folder: string, name: string): { readonly path: string; readonly holder: Claim | null };
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
  const folderKeys = new Map<string, readonly string[]>();

  const keyOf = (space: string, path: string) => `${space}\0${sameOnDisk(path)}`;
  /** Of the folders that a path is in. Many files share theirs. */
  const keysAbove = (space: string, path: string): readonly string[] => {
    const folder = path.slice(0, Math.max(path.lastIndexOf('/'), 0));
    const whose = `${space}\0${folder}`;
    const keys = folderKeys.get(whose) ?? foldersAlong(folder).map((one) => keyOf(space, one));
    folderKeys.set(whose, keys);
    return keys;
  };

  const claims: Claims = {
    holder(space, path) {
      const key = keyOf(space, path);
      const inTheWay = keysAbove(space, path).find((folder) => files.has(folder)) ?? key;
      return files.get(key) ?? folders.get(key) ?? files.get(inTheWay) ?? null;
    },
    take(space, path, claim) {
      files.set(keyOf(space, path), claim);
      for (const folder of keysAbove(space, path)) folders.set(folder, claim);
    },
    free(space, folder, name) {
      const at = (file: string) => (folder === '' ? file : `${folder}/${file}`);
      const holder = claims.holder(space, at(name));
      if (!holder) return { path: at(name), holder };
      const base = name.replace(/\.rdp$/, '');
      const key = keyOf(space, at(name));
      let number = nextNumber.get(key) ?? 2;
      while (claims.holder(space, at(`${base}-${number}.rdp`))) number += 1;
      nextNumber.set(key, number + 1);
      return { path: at(`${base}-${number}.rdp`), holder };
    },
  };
  return claims;
}

/** `a/b` to `a` and `a/b`; nothing for the folder of the batch itself. */
function foldersAlong(folder: string): string[] {
  const parts = folder === '' ? [] : folder.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
