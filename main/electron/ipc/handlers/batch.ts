import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { AppError } from '../../../../shared/errors/app-error';
import type { PlannedRow } from '../../../../shared/profiles/batch/planned-row';
import type { BatchRow, BatchSummary } from '../../../../shared/profiles/batch-view';
import type { Batch } from '../../../profiles/batch/plan-batch';
import type { BatchResult } from '../../../profiles/batch/run-batch';
import type { OnMade } from '../../../profiles/batch/write-unit';
import type { Runs } from '../../runs';
import { chooseSigner } from '../choose-signer';
import { createPacer } from '../pacer';
import { policiesHere } from '../policies-here';
import type { RoomContext, RoomHandlers } from '../room-context';

/** Rows the page is handed of a plan or a summary, and problems of one announcement. */
const mostRows = 1000;
const mostProblemsAtOnce = 100;

export function batchHandlers({ announce, desktop, live }: RoomContext, runs: Runs): RoomHandlers<'batch'> {
  let last: { readonly id: string; readonly batch: Batch } | null = null;

  function planned(planId: string): Batch {
    if (last?.id === planId) return last.batch;
    throw new AppError(
      'invalid-request',
      'Another list was looked through since. Look through this one again.',
    );
  }

  return {
    async chooseCsv() {
      const path = await desktop.askForFile('list');
      if (path === null) return null;
      const { readList } = await import('../../../profiles/batch/read-list');
      const { notes, text } = await readList(path);
      return { kind: 'csv', name: basename(path), text, notes: [...notes] };
    },
    plan: ({ runId, source, options }) =>
      runs.during(runId, async (signal) => {
        const [{ planBatch }, { planOf }] = await Promise.all([
          import('../../../profiles/batch/plan-batch'),
          import('../../../profiles/batch/views'),
        ]);
        const services = await live.current();
        signal.throwIfAborted();
        const batch = await planBatch(source, options, services, { signal });
        last = { id: randomUUID(), batch };
        return planOf(last.id, batch, mostRows);
      }),
    async preview({ planId, line }) {
      const row = planned(planId).rows.find((one) => one.line === line);
      if (!row?.make) throw new AppError('not-found', row?.problem ?? 'There is no such line in the list.');
      const [{ composedFile }, { parseRdp }, { viewOf }] = await Promise.all([
        import('../../../profiles/batch/make-file'),
        import('../../../../shared/rdp/parse'),
        import('../../../rdp-files/view-of'),
      ]);
      const document = parseRdp(composedFile(row.make).bytes);
      return viewOf(`${planId} ${line}`, document, placeOf(row), await policiesHere(live));
    },
    async run({ runId, planId, isSigned, isKept }) {
      const batch = planned(planId);
      const folder = await desktop.askForFolder('batch');
      if (folder === null) return null;
      const signer = isSigned ? await chooseSigner(desktop) : null;
      if (isSigned && signer === null) return null;
      return runs.during(runId, async (signal) => {
        const [{ runBatch }, views] = await Promise.all([
          import('../../../profiles/batch/run-batch'),
          import('../../../profiles/batch/views'),
        ]);
        const tell = everySoOften((done: number, total: number, problems: readonly BatchRow[]) => {
          announce.batch.progress({ runId, done, total, problems: problems.map(views.shownRow) });
        });
        const onMade = signer && isKept ? await keeping(live) : undefined;
        const result = await runBatch(batch, { folder, signer, signal, onMade, onProgress: tell });
        return summaryOf(
          result,
          signer !== null,
          views.inOrderOfWorry(result.rows).slice(0, mostRows).map(views.shownRow),
        );
      });
    },
    async cancel({ runId }) {
      runs.cancel(runId);
    },
  };
}

async function keeping(live: RoomContext['live']): Promise<OnMade> {
  const { keepInLibrary } = await import('../../../profiles/batch/keep-in-library');
  return keepInLibrary(await (await live.current()).library());
}

function placeOf({ entry, file, vmName }: PlannedRow): string {
  return basename(entry ?? file ?? `${vmName}.rdp`);
}

function summaryOf(result: BatchResult, signed: boolean, rows: BatchRow[]): BatchSummary {
  const { failed, folder, kept, manifest, manifestJson, notes, wasCancelled, written } = result;
  return {
    folder,
    written,
    kept,
    failed,
    signed,
    wasCancelled,
    manifest,
    manifestJson,
    notes: [...notes],
    rows,
  };
}

/** Progress for a person's eyes, and the end. */
function everySoOften(tell: (done: number, total: number, problems: readonly BatchRow[]) => void) {
  const isDue = createPacer();
  let waiting: BatchRow[] = [];
  return (done: number, total: number, problems: readonly BatchRow[]): void => {
    waiting.push(...problems.slice(0, mostProblemsAtOnce - waiting.length));
    if (done < total && !isDue()) return;
    tell(done, total, waiting);
    waiting = [];
  };
}
