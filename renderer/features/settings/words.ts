import type { CloudId } from '../../../shared/azure/cloud';
import type { RdpClientId } from '../../../shared/client-pc/this-pc';
import type { Baseline } from '../../../shared/preflight/baseline';
import type { Settings } from '../../../shared/settings/settings';

export const words = {
  title: 'Settings',
  lead: 'Kept on this PC, and shared with the terminal.',
  failed: 'The settings could not be kept',
  tryAgain: 'Try again',
  look: 'Look',
  theme: 'Theme',
  judging: 'Checks',
  baseline: 'Judge by',
  baselineHint:
    'Microsoft’s pages contradict each other. What only the stricter text forbids is told as “to know” under the other.',
  connecting: 'Connecting',
  client: 'Open with',
  organisation: 'Organisation',
  noOrganisation: 'No set-up taken yet. Without one, only the Azure CLI’s sign-in and the demo work.',
  consents: 'What the app may read',
  consentsLead: 'The permissions of your organisation’s app registration, and what each missing one costs.',
  consentsReading: 'Asking which permissions are granted',
  consentsFailed: 'The permissions could not be read',
  consentsSignedOut: 'Sign in to see what is granted.',
  granted: 'granted',
  missing: 'missing',
  notKnown: 'not known',
  needsAdmin: 'an admin grants it, once for everybody',
  costs: (count: number) =>
    count === 1 ? 'Without it 1 check cannot look:' : `Without it ${count} checks cannot look:`,
  grantPage: 'Open the page where an admin grants them',
  copyMessage: 'Copy the message to the admin',
  howTo: 'How this works',
  about: 'About',
} as const;

export const setupWords = {
  title: 'Take this set-up?',
  body: 'It decides where you sign in, and through which app registration. Take it only from your own organisation.',
  name: 'Organisation',
  tenant: 'Tenant',
  cloud: 'Cloud',
  clientId: 'App registration',
  noName: 'not named',
  take: 'Take it',
  cancel: 'Cancel',
  failedTitle: 'This is not a set-up we can read',
  close: 'Close',
} as const;

export const themeNames: Readonly<Record<Settings['theme'], string>> = {
  system: 'Like the system',
  light: 'Light',
  dark: 'Dark',
};

export const baselineNames: Readonly<Record<Baseline, string>> = {
  article: 'Microsoft’s article',
  '2025-12': 'The stricter text of December 2025',
};

export const clientNames: Readonly<Record<RdpClientId, string>> = {
  mstsc: 'Remote Desktop Connection (mstsc)',
  'windows-app': 'Windows App',
  freerdp3: 'FreeRDP 3',
  freerdp2: 'FreeRDP 2',
  remmina: 'Remmina',
};

export const anyClient = 'The first that can do it';

export const cloudNames: Readonly<Record<CloudId, string>> = {
  global: 'Global',
  usgov: 'US Government',
  china: '21Vianet',
};
