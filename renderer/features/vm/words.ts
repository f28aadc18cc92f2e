import type { VmSummary } from '../../../shared/azure/virtual-machine';
import type { CheckId } from '../../../shared/preflight/check-id';
import type { RouteState } from '../../../shared/preflight/report';
import type { Route } from '../../../shared/preflight/route';

/** After "Connect ·": what the click will do. */
export const connectBy: Readonly<Record<Route, string>> = {
  'web-account': 'passwordless',
  password: 'with password',
  'bastion-client': 'through Bastion',
  'bastion-portal': 'Bastion in the browser',
};

export const routeNames: Readonly<Record<Route, string>> = {
  'web-account': 'Passwordless',
  password: 'Password',
  'bastion-client': 'Bastion, in the RDP client',
  'bastion-portal': 'Bastion, in the browser',
};

export const routeStateWords: Readonly<Record<RouteState['state'], string>> = {
  open: 'open',
  closed: 'closed',
  unknown: 'cannot tell',
};

export const powerWords: Readonly<Record<NonNullable<VmSummary['powerState']>, string>> = {
  running: 'running',
  starting: 'starting',
  stopping: 'stopping',
  stopped: 'stopped',
  deallocating: 'stopping',
  deallocated: 'stopped and deallocated',
  hibernated: 'hibernated',
};

const inCapitals: Readonly<Record<string, string>> = {
  vm: 'VM',
  vms: 'VM’s',
  pc: 'This PC',
  os: 'system',
  entra: 'Entra',
  rdp: 'RDP',
  mfa: 'MFA',
  pku2u: 'PKU2U',
  bastion: 'Bastion',
  azure: 'Azure',
};

/** A check's id is its sentence; it stands in until the check itself speaks. */
export function sentenceOf(id: CheckId): string {
  const sentence = id
    .split('-')
    .map((word) => inCapitals[word] ?? word)
    .join(' ');
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

export const shellNames = { az: 'Azure CLI', powershell: 'PowerShell', cmd: 'Command prompt' } as const;

export const words = {
  back: 'All VMs',
  addFavourite: 'Favourite',
  removeFavourite: 'Not a favourite any more',
  powerNotKnown: 'power state not known',
  powerBefore: (state: string, ago: string) => `was ${state} ${ago}`,
  checking: 'Checking whether you can sign in',
  progress: (done: number, total: number) => `${done} of ${total} checks`,
  connect: 'Connect',
  connectAnyway: 'Connect anyway',
  chooseRoute: 'Choose how to sign in',
  recommended: 'recommended',
  saveRdp: 'Save .rdp',
  saved: (file: string) => `Saved as ${file}`,
  copyCommand: 'Copy command',
  copyLink: 'Copy link',
  copied: 'Copied',
  byLink: 'Opened by a link. Nothing starts before you click Connect.',
  signInWays: 'Sign-in ways',
  notOffered: 'not offered for this VM',
  checks: 'Checks',
  inTheWay: 'What stands in the way',
  found: 'Found',
  shouldBe: 'Should be',
  remedy: 'Remedy',
  article: 'article',
  whyWeThinkSo: (at: string) => `Why we think so: seen ${at}`,
  source: (asOf: string) => `source of ${asOf}`,
  askAnAdmin: 'Ask an admin',
  askAnAdminHint: 'Copies a message that holds what was found and what would mend it',
  copyMessage: 'Copy what was found',
  messageCopied: 'Message copied',
  askOnce: 'Ask once',
  otherWay: 'other way',
  skipped: (count: number) => (count === 1 ? '1 does not apply' : `${count} do not apply`),
  copyCommandOf: { az: 'Copy az command', powershell: 'Copy PowerShell', cmd: 'Copy command' },
  alsoBlocks: 'Also in the way',
  again: 'Check again (F5)',
  failed: 'The checks could not be run',
  noSuchVm: 'There is no such VM',
  tryAgain: 'Try again',
  cancel: 'Cancel',
  close: 'Close',
} as const;

export const connectWords = {
  checking: 'Checking once more before the client opens',
  starting: (client: string) => `Starting ${client}`,
  next: 'Windows will ask next',
  opened: (client: string, at: string) => `${client} opened at ${at}`,
  hanging: (client: string, seconds: number) =>
    `${client} has not opened a window for ${Math.round(seconds)} s. It may wait for an answer behind another window.`,
  stopped: 'Nothing was started, because the way in is closed',
  endedWell: 'The session ended',
  endedBadly: 'The client ended before the session was up',
  handedOver: (client: string, at: string) => `Handed over to ${client} at ${at}`,
  failed: 'Connect did not get through',
  withoutAzure: 'Connect without asking Azure',
  exitCode: (code: number) => `Exit code ${code}`,
  whatItMeans: 'What it means',
} as const;

function boxesOf(boxes: readonly string[]): string {
  if (boxes.length === 0) return 'no boxes';
  return `${boxes.length === 1 ? '1 box' : `${boxes.length} boxes`}: ${boxes.join(', ')}`;
}

export const foretoldWords = {
  title: 'What Windows will ask',
  asks: (boxes: readonly string[]) =>
    `Windows will ask to confirm${boxes.length === 0 ? ': no boxes' : `, with ${boxesOf(boxes)}`}`,
  asksElsewhere: (boxes: readonly string[]) =>
    `This PC opens the file without asking. Where Windows asks: ${boxesOf(boxes)}`,
  show: 'Show the dialog',
  hide: 'Hide the dialog',
} as const;

export const certificateWords = {
  title: (host: string) => `Is this really ${host}?`,
  body: 'The RDP client does not know the certificate this computer shows. Compare its fingerprint with the one Azure has for the VM.',
  presented: 'Shown by the computer',
  expected: 'Known to Azure',
  notKnown: 'Azure did not tell',
  matches: 'They are the same: this is your VM.',
  differs: 'They differ: something else may answer under this name. Do not go on unless you know why.',
  cannotCompare: 'There is nothing to compare with. Go on only if you trust the network you are on.',
  trust: 'It is, connect',
  refuse: 'Do not connect',
} as const;
