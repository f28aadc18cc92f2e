import type { BatchLayout } from '../../../shared/profiles/batch-view';
import type { BatchStep } from '../../store/batch-slice';

const count = new Intl.NumberFormat('en');
const counted = (value: number, one: string, many: string): string =>
  `${count.format(value)} ${value === 1 ? one : many}`;
const filesText = (value: number): string => counted(value, 'file', 'files');

export const stepNames: Readonly<Record<BatchStep, string>> = {
  source: 'For whom',
  options: 'How',
  plan: 'Look through',
  run: 'Write',
  summary: 'Summary',
};

export const layoutNames: Readonly<Record<BatchLayout, readonly [name: string, meaning: string]>> = {
  'folder-per-user': ['A folder a person', 'ada@contoso.example/READY-01.rdp'],
  'zip-per-user': ['A zip a person', 'ada@contoso.example.zip, ready to be sent'],
  'one-folder': ['One folder', 'READY-01 ada@contoso.example.rdp, all beside each other'],
};

/** What a list may say of a file. */
export const columns: readonly (readonly [name: string, meaning: string])[] = [
  ['vm', 'Name, computer name, resource id or portal link. The only column that must be there.'],
  ['user', 'user@domain.com: who the file proposes to sign in with, and whose folder it goes to.'],
  ['route', 'web-account (passwordless) or password. Empty leaves it to the template.'],
  ['template', 'Id or name of a template, over those that apply to the VM by themselves.'],
  ['out', "The file's name in its folder, perhaps with folders of its own."],
  [
    'any setting',
    'Of .rdp files by its name: redirectclipboard, “screen mode id”. An empty cell sets nothing.',
  ],
];

export const sampleCsv = `vm,user,route,template,redirectclipboard
ready-01,ada@contoso.example,web-account,,1
ready-long-resource-name-02,lin@contoso.example,,,
server-2019-01,mae@contoso.example,password,,0
`;

/** Conditions of Azure Resource Graph that people begin with. */
export const sampleFilters: readonly string[] = [
  "tags.department =~ 'finance'",
  "resourceGroup =~ 'rg-web'",
  "location =~ 'westeurope'",
  "name startswith 'web-'",
];

export const words = {
  title: 'Make many files',
  back: 'All profiles',
  steps: 'Steps',
  done: 'done',
  previous: 'Back',
  next: 'Next',
  lookThrough: 'Look through',

  kind: 'What the files are made of',
  kinds: { csv: 'A list (CSV)', filter: 'A filter over Azure' },
  drop: 'Drop a CSV file here',
  dropLead: 'The first line names the columns. Comma, semicolon and tab are recognised.',
  choose: 'Choose a file…',
  chooseAnother: 'Choose another…',
  listFailed: 'The list was not taken',
  listLines: (lines: number) => counted(lines, 'line', 'lines'),
  firstLines: 'First lines of the list',
  columns: 'Columns of a list',
  copySample: 'Copy a sample list',
  filter: 'VMs that fit',
  filterLead: 'A condition of Azure Resource Graph.',
  peopleLabel: 'People',
  peopleLead: 'A file for each of them and each VM. Empty: one for each VM, for nobody in particular.',
  samples: 'For example',
  noSource: 'Choose a list, or write a filter, to go on.',

  template: 'Template',
  templateHint: 'For lines that name none. Those that apply by place do so by themselves.',
  noTemplate: 'none beyond those that apply by themselves',
  route: 'Sign-in',
  routeHint: 'For lines that name none.',
  routeOpen: 'As the template says, else passwordless',
  layout: 'How the files lie',
  sign: 'Sign the files',
  signHint:
    'With the certificate of your organisation, which is asked for. Unsigned files say “Unknown publisher”.',

  keep: 'Keep them in the library',
  keepHint: 'Beside a profile of their VM and person. Connect then starts the signed file as it is.',
  planning: 'Reading the list of VMs and looking through every line',
  planFailed: 'The list was not looked through',
  tryAgain: 'Try again',
  cancel: 'Cancel',
  ready: (files: number) => `${filesText(files)} can be written`,
  allReady: 'Every line becomes a file.',
  nothingReady: 'No line becomes a file.',
  problemLines: (lines: number) => `${counted(lines, 'line', 'lines')} cannot`,
  people: (people: number) => counted(people, 'person', 'people'),
  noLines: 'The list names no VM.',
  noVms: 'No VM fits the filter.',
  shown: 'Lines',
  only: { all: 'All', problems: 'Problems', warnings: 'Warnings' },
  cut: (shown: number, all: number) =>
    `The first ${count.format(shown)} of ${count.format(all)} lines are shown, problems first.`,
  planLabel: 'Lines of the list',
  head: { line: 'Line', vm: 'VM', user: 'For', file: 'Becomes', route: 'Sign-in' },
  nobody: 'anybody',
  inZip: (zip: string, entry: string) => `${zip} › ${entry}`,
  noLine: 'Pick a line to see its file.',
  showFile: 'Show the file',
  hideFile: 'Back to the lines',
  noFile: 'It becomes no file',
  reading: 'Reading',
  onceSigned: 'Once it is signed, Windows names your organisation in place of “Unknown publisher”.',
  leadsTo: 'Leads to',
  asUser: 'As',
  asksTitle: 'What Windows will ask for these files',
  asksNothing: 'It asks to share nothing.',
  asksOf: (files: number, templates: readonly string[]) =>
    templates.length === 0 ? filesText(files) : `${filesText(files)} with ${templates.join(', ')}`,
  write: (files: number, isSigned: boolean) =>
    `${isSigned ? 'Sign and write' : 'Write'} ${filesText(files)}…`,
  writeHint: 'The folder is asked for. What an earlier run wrote there already stays as it is.',

  writing: 'Writing',
  asking: (isSigned: boolean) =>
    isSigned ? 'Choose the folder, then the certificate.' : 'Choose the folder.',
  progress: (done: number, total: number) => `${count.format(done)} of ${count.format(total)}`,
  cancelling: 'Stopping after the file in hand',
  writeFailed: 'The files were not written',
  problemsSoFar: 'Problems so far',

  written: (files: number, people: number | null) =>
    people === null
      ? `${filesText(files)} written.`
      : `${filesText(files)} written for ${counted(people, 'person', 'people')}.`,
  nothingWritten: 'No file was written.',
  cancelled: 'Stopped before the end. Run it again into the same folder to go on.',
  kept: (files: number) => `${filesText(files)} of an earlier run were right already and stayed`,
  failed: (lines: number) => `${counted(lines, 'line', 'lines')} became no file`,
  signedAll: 'Signed',
  unsignedAll: 'Not signed',
  folder: 'Folder',
  manifest: 'Manifest',
  manifestJson: 'Manifest for programs',
  noManifest: 'could not be written',
  copy: 'Copy',
  copyProblems: 'Copy the problems',
  failedLines: 'What became no file',
  runAgain: 'Run again',
  another: 'Make more files',
  finish: 'Done',
} as const;
