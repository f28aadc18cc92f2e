import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ImportRequest, importIntoLibrary } from '../../../main/profiles/import/import-into-library';
import type { Library } from '../../../main/profiles/library';
import { openLibrary } from '../../../main/profiles/open-library';
import type { ImportReport } from '../../../shared/profiles/library-view';
import type { Profile } from '../../../shared/profiles/profile';

/** A folder to import from, and an empty library beside it. */
export interface ImportWorld {
  readonly folder: string;
  readonly library: Library;
  at(...names: string[]): string;
  /** The path of a file to import. */
  write(name: string, content: string | Uint8Array): string;
  bring(paths: readonly string[], options?: Partial<ImportRequest>): Promise<ImportReport>;
  profile(id: string): Promise<Profile>;
  remove(): void;
}

export function newImportWorld(): ImportWorld {
  const folder = mkdtempSync(join(tmpdir(), 'entra-rdp-import-'));
  const library = openLibrary(join(folder, 'library'));
  const at = (...names: string[]) => join(folder, ...names);
  mkdirSync(at('from'));
  return {
    folder,
    library,
    at,
    write(name, content) {
      const path = at('from', name);
      mkdirSync(join(path, '..'), { recursive: true });
      writeFileSync(path, content);
      return path;
    },
    async bring(paths, options = {}) {
      const { signal } = new AbortController();
      return (await importIntoLibrary({ library, paths, signal, ...options })).report;
    },
    profile: async (id) => (await library.read('profile', id)).entry as Profile,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** `ledger: updated`, templates first. */
export function changesIn({ templates, profiles }: ImportReport): string[] {
  return [...templates, ...profiles].map(({ id, change }) => `${id}: ${change}`);
}

export function rdg(inner: string): string {
  return `<RDCMan programVersion="2.7" schemaVersion="3"><file><properties><name>F</name></properties>${inner}</file></RDCMan>`;
}

export function servers(count: number): string {
  return Array.from(
    { length: count },
    (_, index) => `<server><properties><name>server-${index}</name></properties></server>`,
  ).join('');
}
