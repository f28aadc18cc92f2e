import type { PcJoin, ThisPc } from '../../../shared/client-pc/this-pc';
import type { Route } from '../../../shared/preflight/route';

export const words = {
  title: 'This PC',
  lead: 'What this PC brings along for signing in to a VM with Microsoft Entra ID.',
  reading: 'Looking at this PC',
  failed: 'This PC could not be looked at',
  tryAgain: 'Try again',
  system: 'System',
  identity: 'Entra ID',
  policies: 'Policies',
  clients: 'Remote Desktop clients',
  noClients: 'No Remote Desktop client was found on this PC.',
  notSet: 'not set',
  notRead: 'not read',
  none: 'none',
  problem: 'Could not be read: ',
} as const;

export const systemNames: Readonly<Record<ThisPc['os'], string>> = {
  windows: 'Windows',
  macos: 'macOS',
  linux: 'Linux',
};

export const helloNames: Readonly<Record<NonNullable<PcJoin['helloForBusiness']>, string>> = {
  'certificate-trust': 'set up, certificate trust',
  'key-trust': 'set up, key trust',
  'cloud-trust': 'set up, cloud trust',
  none: 'not set up',
};

export const routeWords: Readonly<Record<Route, string>> = {
  'web-account': 'passwordless',
  password: 'password',
  'bastion-client': 'Bastion',
  'bastion-portal': 'Bastion in the browser',
};

/** A policy that is not set is told apart from one that is off. */
export const policyWords = (value: boolean | null): string =>
  value === null ? words.notSet : value ? 'on' : 'off';
