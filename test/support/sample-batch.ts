import { BatchPlan, BatchRow, BatchSummary } from '../../shared/profiles/batch-view';

type Given = Partial<BatchRow> & Pick<BatchRow, 'line' | 'vm'>;

export function sampleRow({ line, vm, ...given }: Given): BatchRow {
  return BatchRow.parse({
    line,
    vm,
    user: 'ada@contoso.example',
    file: `ada@contoso.example/${vm.toUpperCase()}.rdp`,
    entry: null,
    route: 'web-account',
    address: vm.toUpperCase(),
    template: null,
    asks: [],
    warnings: [],
    problem: null,
    ...given,
  });
}

const nothing = { file: null, route: null, address: null } as const;

/** Two hundred lines, three of which cannot become a file, and one with a warning. */
export const samplePlan: BatchPlan = BatchPlan.parse({
  id: 'plan-1',
  total: 200,
  ready: 197,
  problems: 3,
  users: 41,
  dialogs: [
    { template: null, templates: [], asks: [], files: 150 },
    {
      template: 'trading-floor',
      templates: ['trading-floor'],
      asks: ['Clipboard', 'Printers'],
      files: 47,
    },
  ],
  notes: ['The list is separated by semicolons.'],
  rows: [
    sampleRow({
      line: 4,
      vm: 'raedy-01',
      ...nothing,
      problem: 'There is no VM “raedy-01”. Did you mean ready-01?',
    }),
    sampleRow({
      line: 17,
      vm: 'ready-01',
      user: 'ada(at)contoso.example',
      ...nothing,
      problem: '“ada(at)contoso.example” is not a user name like user@domain.com.',
    }),
    sampleRow({
      line: 90,
      vm: '../../etc',
      ...nothing,
      problem: 'The column “out” leads out of the folder.',
    }),
    sampleRow({
      line: 2,
      vm: 'stopped-01',
      warnings: ['The VM is stopped: its file works once it is started.'],
    }),
    ...Array.from({ length: 196 }, (_, index) =>
      sampleRow({
        line: index + 100,
        vm: `web-frontend-prod-weu-${String(index + 1).padStart(3, '0')}`,
        user: `person${index % 40}@contoso.example`,
        file: `person${index % 40}@contoso.example/WEB-${index + 1}.rdp`,
        ...(index % 4 === 0 && {
          route: 'password' as const,
          template: 'trading-floor',
          asks: ['Clipboard'],
        }),
      }),
    ),
  ],
});

export const sampleSummary: BatchSummary = BatchSummary.parse({
  folder: '/home/ada/Finance files for November 2026',
  written: 197,
  kept: 12,
  failed: 3,
  signed: true,
  wasCancelled: false,
  manifest: '/home/ada/Finance files for November 2026/manifest.csv',
  manifestJson: '/home/ada/Finance files for November 2026/manifest.json',
  notes: [],
  rows: samplePlan.rows,
});
