import type { Library } from '../../../main/profiles/library';
import type { Services } from '../../../main/services';
import { VmId } from '../../../shared/azure/virtual-machine';
import { AppError } from '../../../shared/errors/app-error';
import type { ConnectOutcome } from '../../../shared/launch/connect';
import type { Report } from '../../../shared/preflight/report';
import type { SessionState } from '../../../shared/session/session-state';
import { Settings } from '../../../shared/settings/settings';

export const vmId = VmId.parse(
  '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/web/providers/Microsoft.Compute/virtualMachines/ready-01',
);

export const signedOut: SessionState = {
  mode: 'real',
  phase: 'signed-out',
  cloud: 'global',
  organisation: null,
  isConfigured: true,
  account: null,
  tenants: [],
  storage: 'memory',
  demoAccounts: [],
};

export const report: Report = {
  vm: { id: vmId, name: 'ready-01', computerName: 'READY-01' },
  target: { address: 'ready-01', port: 3389, why: 'registered in Entra ID' },
  account: 'ada@contoso.example',
  baseline: 'article',
  judgedAt: '2026-11-22T12:04:31Z',
  cause: null,
  headline: 'You can sign in without a password.',
  routes: [],
  recommended: 'web-account',
  results: [],
  unknowns: null,
};

export const stopped: ConnectOutcome = { outcome: 'stopped', report, route: null };

const notAsked = async (): Promise<never> => {
  throw new AppError('not-asked', 'This test has no answer for that.');
};

/** A library that holds nothing, and can do nothing. */
export const emptyLibrary: Library = {
  folder: '/library',
  contents: async () => ({ templates: [], profiles: [], problems: [] }),
  read: notAsked,
  save: notAsked,
  add: notAsked,
  remove: notAsked,
  keepFile: notAsked,
  keptFile: notAsked,
  conflict: notAsked,
  settle: notAsked,
  watch: () => () => {},
};

/** Services that answer with as little as the contract allows; a test brings the answers it is about. */
export function fakeServices(answers: Partial<Services> = {}): Services {
  let settings = Settings.parse({});
  return {
    mode: 'real',
    library: notAsked,
    settings: {
      read: async () => settings,
      async change(change) {
        settings = change(settings);
        return settings;
      },
    },
    session: {
      state: async () => signedOut,
      signIn: async () => signedOut,
      signInToTenant: async () => signedOut,
      signOut: async () => signedOut,
      consents: notAsked,
      onChanged: () => () => {},
    },
    inventory: { list: notAsked, find: notAsked, forProfiles: notAsked },
    lastList: { head: notAsked, read: notAsked, of: notAsked, called: notAsked },
    clientPc: {
      describe: notAsked,
      join: notAsked,
      policies: notAsked,
      savedCredentials: notAsked,
      rdpClients: notAsked,
    },
    preflight: async () => ({ report, gathered: {} }),
    connect: async () => stopped,
    planConnect: notAsked,
    composeProfile: notAsked,
    foretell: notAsked,
    close: async () => {},
    ...answers,
  };
}
