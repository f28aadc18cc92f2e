import type { SignInMethod } from '../../../shared/session/session-state';

export const words = {
  title: 'Sign in to your Windows VMs in Azure',
  lead: 'Pick a VM, click Connect, and you are in with your work account. Where that cannot work, you are told why before anything opens.',
  tryAgain: 'Try again',
  cancel: 'Cancel',
  signIn: {
    title: 'Sign in',
    body: 'With your work account, in your own browser.',
    needsSetup: 'Needs the set-up of your organisation once: see below.',
    button: 'Sign in',
    code: 'Use a code on another device',
  },
  azureCli: {
    title: 'Use my Azure CLI sign-in',
    body: 'You ran az login on this PC already. Nothing to set up.',
    button: 'Use the Azure CLI',
  },
  demo: {
    title: 'Try the demo',
    body: 'A made-up company, Contoso, with every fault there is. Nothing leaves this PC.',
    button: 'Open the demo',
  },
  failed: 'You are not signed in yet',
  deviceTitle: 'Type this code',
  deviceBody: 'Open the page on any device, type the code, and sign in there. This window goes on by itself.',
  copyCode: 'Copy the code',
  openPage: 'Open the page',
  expired: 'Your sign-in has run out. What you were doing goes on after you sign in again.',
  signInAgain: 'Sign in again',
  notSignedIn: 'You are not signed in. You can connect to what was listed last, unchecked by Azure.',
  lastList: (username: string, moment: string, ago: string) =>
    `Without a network: the VMs of ${username} as they were listed on ${moment} (${ago}).`,
  showLast: 'Show the last list',
  lastNotShown: 'The last list is not shown.',
  waiting: {
    browser: 'Waiting for your browser',
    'device-code': 'Asking for a code',
    'azure-cli': 'Asking the Azure CLI',
    demo: 'Starting the demo',
  } satisfies Record<SignInMethod | 'demo', string>,
  waitingBody: {
    browser: 'A page of Microsoft has opened in your browser. Sign in there and come back.',
    'device-code': 'Microsoft gives a code that you type on another device.',
    'azure-cli': 'It answers within a few seconds.',
    demo: 'A small Azure of its own starts on this PC.',
  } satisfies Record<SignInMethod | 'demo', string>,
} as const;
