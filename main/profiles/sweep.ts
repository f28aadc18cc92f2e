import type { FileSystem } from '../rdp-files/file-system';
import { asideFolder, folderOf, inside, isTemporary, keptFolder } from './layout';

/** Longer than any write takes: a file beside its place is older only where its writer was killed. */
const leftBehindAfterMs = 60_000;

/** Takes away what processes left that were killed in the middle of a save. Never fails: it is swept later. */
export async function sweep(library: string, disk: FileSystem, now: number): Promise<void> {
  const folders = ['', ...Object.values(folderOf), keptFolder, asideFolder];
  for (const folder of folders) {
    const place = folder === '' ? library : inside(library, folder);
    const names = await disk.readdir(place).catch(() => []);
    for (const name of names.filter(isTemporary)) {
      const path = inside(place, name);
      const found = await disk.lstat(path).catch(() => null);
      if (found?.isFile() && found.mtimeMs < now - leftBehindAfterMs) {
        await disk.rm(path, { force: true }).catch(() => undefined);
      }
    }
  }
}
