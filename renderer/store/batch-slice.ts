import type { StateCreator } from 'zustand';
import { AppError } from '../../shared/errors/app-error';
import type { Api } from '../../shared/ipc/contract';
import type {
  BatchOptions,
  BatchPlan,
  BatchRow,
  BatchSource,
  BatchSummary,
} from '../../shared/profiles/batch-view';
import type { RdpFileView } from '../../shared/rdp/rdp-file-view';
import { asAppError } from '../api';

export const batchSteps = ['source', 'options', 'plan', 'run', 'summary'] as const;
export type BatchStep = (typeof batchSteps)[number];
export type CsvSource = Extract<BatchSource, { kind: 'csv' }>;

/** What a person filled in. Going back loses nothing of it. */
export interface BatchInput extends Omit<Required<BatchOptions>, 'users'> {
  readonly kind: BatchSource['kind'];
  readonly csv: CsvSource | null;
  readonly filter: string;
  /** Whom the files of a filter are for, as it was typed. */
  readonly people: string;
  readonly isSigned: boolean;
  /** Signed files are kept in the library, too. */
  readonly isKept: boolean;
}

export type Planned =
  | { readonly phase: 'none' }
  | { readonly phase: 'making'; readonly runId: string }
  | { readonly phase: 'known'; readonly plan: BatchPlan }
  | { readonly phase: 'failed'; readonly error: AppError };

export type Written =
  | { readonly phase: 'none' }
  /** `total` is null while main asks for the folder and the certificate. */
  | {
      readonly phase: 'writing';
      readonly runId: string;
      readonly done: number;
      readonly total: number | null;
      readonly problems: readonly BatchRow[];
      readonly isCancelling: boolean;
    }
  | { readonly phase: 'done'; readonly summary: BatchSummary }
  | { readonly phase: 'failed'; readonly error: AppError };

export type RowPreview =
  | { readonly phase: 'none' }
  | { readonly phase: 'reading'; readonly line: number }
  | { readonly phase: 'known'; readonly line: number; readonly view: RdpFileView }
  | { readonly phase: 'failed'; readonly line: number; readonly error: AppError };

export interface BatchSlice {
  readonly batchStep: BatchStep;
  readonly batchInput: BatchInput;
  readonly planned: Planned;
  readonly rowPreview: RowPreview;
  readonly written: Written;
  /** Why a list could not be taken. */
  readonly listProblem: AppError | null;
  readonly goToStep: (step: BatchStep) => void;
  readonly fillIn: (input: Partial<BatchInput>) => void;
  readonly chooseCsv: () => Promise<void>;
  readonly takeCsv: (file: File) => Promise<void>;
  readonly makePlan: () => Promise<void>;
  readonly previewRow: (line: number) => Promise<void>;
  readonly writeFiles: () => Promise<void>;
  readonly cancelBatch: () => Promise<void>;
  readonly startOver: () => void;
}

const blankInput: BatchInput = {
  kind: 'csv',
  csv: null,
  filter: '',
  people: '',
  template: null,
  route: null,
  layout: 'folder-per-user',
  isSigned: false,
  isKept: true,
};

const mostProblemsShown = 1000;
const mostUsers = 1000;

/** Many files at once, step by step. Main reads, judges and writes; the page keeps what was filled in. */
export const createBatchSlice =
  (api: Api): StateCreator<BatchSlice> =>
  (set, get) => {
    const nothingMade = {
      planned: { phase: 'none' },
      rowPreview: { phase: 'none' },
      written: { phase: 'none' },
    } as const;

    api.batch.onProgress(({ runId, done, total, problems }) => {
      const { written } = get();
      if (written.phase !== 'writing' || written.runId !== runId) return;
      const all = [...written.problems, ...problems].slice(0, mostProblemsShown);
      set({ written: { ...written, done, total, problems: all } });
    });

    async function take(read: () => Promise<BatchSource | null>): Promise<void> {
      try {
        const csv = await read();
        if (csv?.kind !== 'csv') return;
        set({ listProblem: null });
        get().fillIn({ kind: 'csv', csv });
      } catch (error) {
        set({ listProblem: asAppError(error) });
      }
    }

    return {
      batchStep: 'source',
      batchInput: blankInput,
      listProblem: null,
      ...nothingMade,

      goToStep: (batchStep) => set({ batchStep }),
      fillIn(input) {
        const { batchInput, planned } = get();
        if (planned.phase === 'making') void api.batch.cancel({ runId: planned.runId });
        // Whether files are signed and kept changes nothing of what is planned.
        const isPlanKept = Object.keys(input).every((key) => key === 'isSigned' || key === 'isKept');
        set({ batchInput: { ...batchInput, ...input }, ...(!isPlanKept && nothingMade) });
      },
      chooseCsv: () => take(() => api.batch.chooseCsv()),
      takeCsv: (file) => take(() => csvIn(file)),

      async makePlan() {
        const { batchInput, planned } = get();
        set({ batchStep: 'plan' });
        if (planned.phase === 'known' || planned.phase === 'making') return;
        const source = sourceOf(batchInput);
        if (!source) return;
        const runId = crypto.randomUUID();
        const { kind, template, route, layout } = batchInput;
        const users = kind === 'filter' ? usersIn(batchInput.people) : [];
        const isCurrent = (): boolean => {
          const now = get().planned;
          return now.phase === 'making' && now.runId === runId;
        };
        set({ ...nothingMade, planned: { phase: 'making', runId } });
        try {
          const plan = await api.batch.plan({ runId, source, options: { template, route, layout, users } });
          if (isCurrent()) set({ planned: { phase: 'known', plan } });
        } catch (error) {
          if (isCurrent()) set({ planned: { phase: 'failed', error: asAppError(error) } });
        }
      },
      async previewRow(line) {
        const { planned } = get();
        if (planned.phase !== 'known') return;
        const isCurrent = (): boolean => {
          const now = get().rowPreview;
          return now.phase !== 'none' && now.line === line;
        };
        set({ rowPreview: { phase: 'reading', line } });
        try {
          const view = await api.batch.preview({ planId: planned.plan.id, line });
          if (isCurrent()) set({ rowPreview: { phase: 'known', line, view } });
        } catch (error) {
          if (isCurrent()) set({ rowPreview: { phase: 'failed', line, error: asAppError(error) } });
        }
      },
      async writeFiles() {
        const { planned, batchInput, written: before } = get();
        if (planned.phase !== 'known' || before.phase === 'writing') return;
        const runId = crypto.randomUUID();
        const { isSigned, isKept } = batchInput;
        set({
          batchStep: 'run',
          written: { phase: 'writing', runId, done: 0, total: null, problems: [], isCancelling: false },
        });
        try {
          const summary = await api.batch.run({ runId, planId: planned.plan.id, isSigned, isKept });
          // The person changed their mind about the folder or the certificate: nothing was written.
          if (!summary) set({ batchStep: 'plan', written: { phase: 'none' } });
          else set({ batchStep: 'summary', written: { phase: 'done', summary } });
        } catch (error) {
          set({ written: { phase: 'failed', error: asAppError(error) } });
        }
      },
      async cancelBatch() {
        const { planned, written } = get();
        if (written.phase === 'writing') {
          set({ written: { ...written, isCancelling: true } });
          await api.batch.cancel({ runId: written.runId });
        } else if (planned.phase === 'making') {
          set({ planned: { phase: 'none' }, batchStep: 'options' });
          await api.batch.cancel({ runId: planned.runId });
        }
      },
      startOver: () =>
        set({ batchStep: 'source', batchInput: blankInput, listProblem: null, ...nothingMade }),
    };
  };

/** Null while there is none yet. */
export function sourceOf({ kind, csv, filter }: BatchInput): BatchSource | null {
  if (kind === 'csv') return csv;
  return filter.trim() === '' ? null : { kind: 'filter', filter: filter.trim() };
}

/** Whatever people put between names: commas, semicolons, blanks, new lines. */
function usersIn(people: string): string[] {
  return [...new Set(people.split(/[\s,;]+/).filter(Boolean))].slice(0, mostUsers);
}

/** @throws AppError `invalid-request` for what is no list, `unreadable` for what is no file. */
async function csvIn(file: File): Promise<CsvSource> {
  // Brings the catalogue of settings, which the list of profiles does without.
  const { listTextOf, mostListBytes } = await import('../../shared/profiles/batch/list-text');
  const { name, size } = file;
  if (size > mostListBytes) {
    throw new AppError(
      'invalid-request',
      `The list cannot be used: ${name} has ${size.toLocaleString('en')} bytes, and ${mostListBytes.toLocaleString('en')} are the most.`,
      { help: 'profiles-list' },
    );
  }
  const bytes = await file.arrayBuffer().catch((cause: unknown) => {
    throw new AppError(
      'unreadable',
      `${name} could not be read: it is a folder, or is not there any more. Drop one CSV file.`,
      { cause },
    );
  });
  const { text, notes } = listTextOf(new Uint8Array(bytes), name);
  return { kind: 'csv', name, text, notes: [...notes] };
}
