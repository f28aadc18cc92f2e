import type { RdpFileView, ShownSetting } from '../../../shared/rdp/rdp-file-view';

type Category = NonNullable<ShownSetting['category']>;

/** In the order they are read. */
export const categoryNames: Readonly<Record<Category, string>> = {
  connection: 'Where it leads',
  authentication: 'How one signs in',
  gateway: 'Gateway',
  security: 'Security and signature',
  devices: 'What this PC shares',
  remoteapp: 'What is started there',
  session: 'The session',
  display: 'Screen',
  audio: 'Sound',
  performance: 'Speed and appearance',
  other: 'Other',
};

export const riskWords: Readonly<Record<NonNullable<ShownSetting['risk']>, string>> = {
  high: 'high risk',
  medium: 'some risk',
  low: 'little risk',
  none: '',
};

const encodingNames: Readonly<Record<string, string>> = {
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16, big-endian',
  'utf-8': 'UTF-8',
  'windows-1252': 'Windows-1252',
};

function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}

export function factsOf({ encoding, lineCount, verification }: RdpFileView): string[] {
  return [
    count(lineCount, 'line', 'lines'),
    encodingNames[encoding] ?? encoding,
    verification ? 'signed' : 'not signed',
  ];
}

/** The first sentence: what speaks against the file, or that nothing does. */
export function verdictOf({ findings }: RdpFileView): {
  readonly status: 'pass' | 'warn' | 'fail';
  readonly sentence: string;
} {
  const serious = findings.filter(({ severity }) => severity === 'high').length;
  if (serious > 0) {
    const things = count(serious, 'serious thing speaks', 'serious things speak');
    return { status: 'fail', sentence: `${things} against opening this file.` };
  }
  const others = findings.filter(({ severity }) => severity !== 'info').length;
  if (others === 0) return { status: 'pass', sentence: 'Nothing speaks against this file.' };
  return {
    status: 'warn',
    sentence: `Nothing serious speaks against this file, but ${count(others, 'thing is', 'things are')} worth a look.`,
  };
}

export const words = {
  title: '.rdp files',
  lead: 'See what any .rdp file would do, and who made it, before it opens.',
  drop: 'Drop an .rdp file here',
  dropLead: 'Nothing of it is opened, sent or changed.',
  open: 'Open a file…',
  openAnother: 'Open another…',
  reading: 'Reading the file',
  failed: (name: string | null) => (name ? `${name} was not read` : 'The file was not read'),
  sign: 'Sign…',
  signAgain: 'Sign again…',
  signing: 'Waiting for the certificate',
  signFailed: 'The file was not signed',
  signedAs: (file: string) => `Signed and saved as ${file}`,
  findings: 'What speaks against it',
  dialog: 'What Windows will ask',
  signature: 'Who signed it',
  notSigned: 'Nobody signed this file, so nobody can tell who made it or whether it was changed.',
  settings: 'What it says',
  raw: 'Its text',
  secret: 'not shown: a password or a token',
  empty: 'empty',
  notKnown: 'Settings we do not know',
} as const;

export const signatureWords = {
  trusted: (name: string) => `Signed by ${name}, unchanged since, and trusted by this system.`,
  untrusted: (name: string) =>
    `Signed by ${name} and unchanged since, but this system does not trust that publisher.`,
  broken:
    'The signature does not hold: the file was changed after it was signed, or the signature is damaged.',
  signer: 'Publisher',
  issuer: 'Issued by',
  validTo: 'Certificate lasts until',
  thumbprint: 'Thumbprint',
  covered: 'Covered',
  uncovered: 'Not covered',
  nothing: 'nothing',
  changed: (name: string, was: string, is: string) => `“${name}” was “${was}” and is now “${is}”.`,
} as const;
