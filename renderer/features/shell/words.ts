import type { CloudId } from '../../../shared/azure/cloud';
import type { Page } from '../../store/view-slice';

export const words = {
  product: 'Entra RDP',
  findVm: 'Find a VM',
  demo: 'Demo Azure',
  leaveDemo: 'Leave',
  loading: 'Starting',
  notSignedIn: 'Not signed in',
  expired: 'Sign-in has run out',
  signedIn: 'Signed in',
  offline: 'Offline',
  checking: 'checking',
  sessionFailed: 'The sign-in could not be read',
  tryAgain: 'Try again',
} as const;

export const pageNames: Readonly<Record<Page, string>> = {
  vms: 'VMs',
  profiles: 'Profiles',
  'rdp-file': '.rdp files',
  'this-pc': 'This PC',
  explain: 'Explain',
  settings: 'Settings',
};

export const cloudNames: Readonly<Record<CloudId, string>> = {
  global: 'Global',
  usgov: 'US Government',
  china: '21Vianet',
};

/** The keyboard sheet, and the only list of what the keys do. */
export const shortcuts: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: ['Ctrl + K', '/'], does: 'Find a VM' },
  { keys: ['↑', '↓'], does: 'Go through the list' },
  { keys: ['Enter'], does: 'Open the VM' },
  { keys: ['Ctrl + Enter'], does: 'Connect' },
  { keys: ['Esc'], does: 'Back' },
  { keys: ['F5'], does: 'Read the list and the checks again' },
  { keys: ['F1'], does: 'Article of the selected check' },
  { keys: ['Delete'], does: 'Remove the profile, with a way back' },
  { keys: ['Ctrl + S'], does: 'Save the template or profile' },
  { keys: ['Ctrl + F'], does: 'Search its settings' },
  { keys: ['Ctrl + Z', 'Ctrl + Y'], does: 'Undo, and do again' },
  { keys: ['?'], does: 'This sheet' },
];

export const linkWords = {
  waiting: (vm: string) => `A link asks to show ${vm}. It opens when you have signed in.`,
  whatToDo: 'What to do',
  signInThere: 'Sign in to that tenant',
  showAnyway: 'Show the VM anyway',
  dismiss: 'Close',
} as const;
