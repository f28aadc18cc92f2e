import type { ShownFinding } from '../../../shared/rdp/rdp-file-view';

type Severity = ShownFinding['severity'];

export const severityWords: Readonly<Record<Severity, string>> = {
  high: 'serious',
  medium: 'careful',
  low: 'minor',
  info: 'to know',
};

export const words = {
  changed: '(changed here)',
  noFindings: 'No rule has anything to say.',
  moreFindings: (more: number) => `${more.toLocaleString('en')} more are not shown.`,
  line: (line: number) => `line ${line}`,
  showLine: (line: number) => `Show line ${line} in the text`,
  dialogLead: 'Since April 2026 Windows shows this before it connects:',
  unknownTitle: 'Caution: Unknown remote connection',
  knownTitle: 'Verify the publisher of this remote connection',
  publisher: 'Publisher',
  unknownPublisher: 'Unknown publisher',
  remoteComputer: 'Remote computer',
  noComputer: 'none is named',
  asks: 'It asks to share with the remote computer:',
  asksNothing: 'It asks to share nothing of this PC.',
  unticked: 'Every box is empty at first: what you leave empty is not shared.',
  rawLabel: 'Text of the file',
  moreLines: (more: number) => `${more.toLocaleString('en')} more lines are not shown.`,
  article: 'article',
} as const;
