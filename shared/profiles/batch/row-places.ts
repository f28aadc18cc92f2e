import { profileFileName, safeName } from '../../rdp/profile-name';
import { shown } from '../../rdp/shown';
import type { BatchLayout } from '../batch-view';
import { createClaims } from './claims';
import type { JudgedRow } from './judge-row';
import { placeGiven, sameOnDisk } from './place';
import type { RowFile } from './planned-row';

export interface PlacesOptions {
  readonly layout: BatchLayout;
  /** Names at the top of the folder that are the batch's own. */
  readonly reserved: readonly string[];
}

/** Gives each row its place in the folder, or the reason why it has none. */
export function createPlaces({ layout, reserved }: PlacesOptions) {
  const claims = createClaims();
  const ownerOf = new Map<string, string>();
  const folderOf = new Map<string, string>();
  const made = new Map<string, { line: number; path: string; content: string }>();
  for (const path of reserved) claims.take('', path, { line: 0, path, content: '' });

  function folderFor(user: string | null): string {
    if (user === null || layout === 'one-folder') return '';
    const wanted = user.toLowerCase();
    const known = folderOf.get(wanted);
    if (known !== undefined) return known;
    const name = safeName(user, 'user');
    let folder = name;
    // Two long users may come to the same name.
    for (let number = 2; ownerOf.has(sameOnDisk(folder)); number += 1) folder = `${name}-${number}`;
    ownerOf.set(sameOnDisk(folder), wanted);
    folderOf.set(wanted, folder);
    return folder;
  }

  /** Where the row's folder is: in the batch's own, or at the top of a zip. */
  function spaceOf(row: JudgedRow): { space: string; folder: string; container: string | null } {
    const folder = folderFor(row.user);
    if (folder === '' || layout !== 'zip-per-user') return { space: '', folder, container: null };
    return { space: folder, folder: '', container: `${folder}.zip` };
  }

  function put(row: JudgedRow, space: ReturnType<typeof spaceOf>, path: string, content: string): void {
    claims.take(space.space, path, { line: row.line, path, content });
    row.container = space.container;
    row.path = path;
  }

  return {
    give(row: JudgedRow): void {
      if (row.problem !== null || row.make === null) return;
      const given = placeGiven(row.out ?? '');
      if (given.problem !== null) {
        row.problem = given.problem;
        return;
      }
      const space = spaceOf(row);
      const path = space.folder === '' ? given.path : `${space.folder}/${given.path}`;
      const content = contentOf(row.make);
      const holder = claims.holder(space.space, path);
      if (!holder) {
        put(row, space, path, content);
        made.set(whoseOf(row), { line: row.line, path, content });
      } else share(row, space, path, content, holder);
    },
    choose(row: JudgedRow): void {
      if (row.problem !== null || row.make === null) return;
      const space = spaceOf(row);
      const content = contentOf(row.make);
      const before = made.get(whoseOf(row));
      if (before) {
        share(row, space, before.path, content, before);
        return;
      }
      const name = profileFileName(row.vmName ?? '');
      const { holder, path } = claims.free(space.space, space.folder, name);
      if (holder) row.warnings.push(`It is called ${path}, as line ${holder.line} makes ${holder.path}.`);
      put(row, space, path, content);
      made.set(whoseOf(row), { line: row.line, path, content });
    },
  };

  function share(
    row: JudgedRow,
    space: ReturnType<typeof spaceOf>,
    path: string,
    content: string,
    holder: { line: number; path: string; content: string },
  ): void {
    if (holder.path === path && holder.content === content) {
      row.warnings.push(`It is the same file as that of line ${holder.line}.`);
      row.container = space.container;
      row.path = path;
      return;
    }
    row.problem =
      holder.line === 0
        ? `The file cannot be called ${shown(path)}: the batch itself writes ${holder.path}.`
        : `Line ${holder.line} makes another file of that place, ${holder.path}. Give each its own name in the column “out”.`;
  }
}

/** The same VM for the same user and route. */
function whoseOf({ route, user, vmId }: JudgedRow): string {
  return `${vmId?.toLowerCase()}\0${user?.toLowerCase() ?? ''}\0${route}`;
}

function contentOf({ address, port, recipe, route, username }: RowFile): string {
  // Nobody tells people apart by letter case, neither Windows nor Entra ID.
  return JSON.stringify([address, port, username?.toLowerCase(), route, recipe.key]);
}
