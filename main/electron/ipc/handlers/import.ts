import { AppError } from '../../../../shared/errors/app-error';
import type { ImportProgress } from '../../../../shared/profiles/library-view';
import type { ReadSources } from '../../../profiles/import/read-sources';
import type { Runs } from '../../runs';
import { createPacer } from '../pacer';
import type { RoomContext, RoomHandlers } from '../room-context';

export function importHandlers({ announce, desktop, live }: RoomContext, runs: Runs): RoomHandlers<'import'> {
  let planned: { readonly runId: string; readonly sources: ReadSources; readonly folder: string } | null =
    null;

  async function pathsOf(what: 'files' | 'folder'): Promise<readonly string[] | null> {
    if (what === 'files') return desktop.askForFiles('import');
    const folder = await desktop.askForFolder('import');
    return folder === null ? null : [folder];
  }

  function telling(runId: string): (at: ImportProgress, isLast?: boolean) => void {
    const isDue = createPacer();
    return (at, isLast = false) => {
      if (isLast || isDue()) announce.import.progress({ runId, at });
    };
  }

  return {
    async plan({ runId, what }) {
      planned = null;
      const paths = await pathsOf(what);
      if (paths === null) return null;
      return runs.during(runId, async (signal) => {
        const tell = telling(runId);
        tell({ stage: 'reading', read: 0, place: paths[0] ?? '' });
        const [{ planOf }, { readSources }, services] = await Promise.all([
          import('../../../profiles/import/import-into-library'),
          import('../../../profiles/import/read-sources'),
          live.current(),
        ]);
        const sources = await readSources(paths, signal, (read, place) =>
          tell({ stage: 'reading', read, place }),
        );
        const [first] = sources.failed;
        // Asked for one path, its failure is the import's.
        if (first && paths.length === 1) throw first.error;
        const library = await services.library();
        const report = await planOf(library, sources);
        signal.throwIfAborted();
        planned = { runId, sources, folder: library.folder };
        return report;
      });
    },
    run: ({ runId }) =>
      runs.during(runId, async (signal) => {
        const library = await (await live.current()).library();
        if (planned?.runId !== runId || planned.folder !== library.folder) {
          throw new AppError(
            'invalid-request',
            'Nothing was imported: other files, or another library, were looked at since. Import these again.',
          );
        }
        const { sources } = planned;
        const { saveSources } = await import('../../../profiles/import/import-into-library');
        const tell = telling(runId);
        const report = await saveSources(library, sources, signal, (saved, total) =>
          tell({ stage: 'saving', saved, total }, saved === total),
        );
        planned = null;
        return report;
      }),
    async cancel({ runId }) {
      runs.cancel(runId);
      if (planned?.runId === runId) planned = null;
    },
  };
}
