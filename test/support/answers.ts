import { makeConnectLink } from '../../shared/links/make-link';
import { SessionState } from '../../shared/session/session-state';
import { Settings } from '../../shared/settings/settings';
import type { Answers, FakeMain } from './fake-main';
import { ourRdpFile, signedRdpFile, viewOfBytes } from './sample-rdp-files';
import { readyReport } from './sample-report';
import { contosoVms } from './sample-vms';

const tenant = {
  id: '22222222-2222-4222-8222-222222222222',
  name: 'Contoso',
  domain: 'contoso.example',
  state: 'signed-in',
  because: null,
} as const;

export const signedOut: SessionState = SessionState.parse({
  mode: 'real',
  phase: 'signed-out',
  cloud: 'global',
  organisation: null,
  isConfigured: true,
  account: null,
  tenants: [],
  storage: 'keychain',
  demoAccounts: [],
});

export const signedIn: SessionState = SessionState.parse({
  ...signedOut,
  phase: 'signed-in',
  organisation: 'Contoso',
  account: {
    username: 'ada@contoso.example',
    displayName: 'Ada Lovelace',
    homeTenantId: tenant.id,
    method: 'browser',
  },
  tenants: [tenant],
});

export const inDemo: SessionState = SessionState.parse({
  ...signedIn,
  mode: 'demo',
  demoAccounts: [
    { username: 'ada@contoso.example', description: 'Member with the login role' },
    { username: 'lin@contoso.example', description: 'Holds the login role on ready-01 alone' },
    { username: 'grace@contoso.example', description: 'Admin: Owner, Intune and Cloud Device Administrator' },
  ],
});

export const sampleSettings: Settings = Settings.parse({
  organisation: {
    cloud: 'global',
    tenant: 'contoso.example',
    clientId: '33333333-3333-4333-8333-333333333333',
    name: 'Contoso',
  },
});

type RoomChanges = { readonly [Room in keyof Answers]?: Partial<Answers[Room]> };

/** Lets answers reach the fake that is only made from them. */
export interface Stage {
  main: FakeMain | null;
}

/** Main as it answers on a good day, with whatever a test wants otherwise. */
export function answersOf(stage: Stage, changes: RoomChanges = {}): Answers {
  const usual = usualAnswers(stage);
  return Object.fromEntries(
    Object.entries(usual).map(([room, calls]) => [room, { ...calls, ...changes[room as keyof Answers] }]),
  ) as unknown as Answers;
}

const notAnswered = (): Promise<never> => Promise.reject(new Error('This test has no answer for that.'));

function usualAnswers(stage: Stage): Answers {
  let settings = sampleSettings;
  const change = (next: Partial<Settings>): Promise<Settings> => {
    settings = { ...settings, ...next };
    return Promise.resolve(settings);
  };
  return {
    session: {
      state: async () => signedIn,
      signIn: async () => signedIn,
      cancelSignIn: async () => {},
      signInToTenant: async () => signedIn,
      signOut: async () => signedOut,
      enterDemo: async () => inDemo,
      leaveDemo: async () => signedOut,
      consents: async () => ({
        consents: [
          {
            permission: 'user_impersonation',
            api: 'Azure Resource Manager',
            why: 'Lists your VMs and reads how they are.',
            needsAdmin: false,
            isGranted: true,
            costs: [],
          },
          {
            permission: 'Device.Read.All',
            api: 'Microsoft Graph',
            why: 'Finds the Entra device of a VM.',
            needsAdmin: true,
            isGranted: false,
            costs: ['entra-device-exists', 'entra-device-is-enabled', 'target-name-is-registered'],
          },
        ],
        adminConsentUrl: 'https://login.microsoftonline.com/contoso.example/adminconsent',
        request: 'Please grant Device.Read.All to Entra RDP.',
        help: 'admin-consent',
      }),
    },
    inventory: {
      list: async ({ runId }) => {
        await stage.main?.announce('inventory', 'page', {
          runId,
          vms: [...contosoVms],
          soFar: contosoVms.length,
          total: contosoVms.length,
        });
        return { asOf: new Date().toISOString(), total: contosoVms.length, partial: [] };
      },
      last: async () => null,
      lastHead: async () => null,
      cancel: async () => {},
      scopeOf: async () => null,
    },
    library: {
      read: async () => ({ folder: '/home/ada/library', templates: [], profiles: [], problems: [] }),
      chooseFolder: async () => null,
      entry: notAnswered,
      save: notAnswered,
      remove: notAnswered,
      conflict: notAnswered,
      settle: notAnswered,
      export: async () => null,
      preview: notAnswered,
    },
    import: {
      plan: async () => null,
      run: notAnswered,
      cancel: async () => {},
    },
    batch: {
      chooseCsv: async () => null,
      plan: notAnswered,
      preview: notAnswered,
      run: async () => null,
      cancel: async () => {},
    },
    link: {
      take: async () => null,
      make: async (link) => ({ link: makeConnectLink({ ...link, cloud: 'global' }) }),
    },
    preflight: {
      run: async () => readyReport,
      cancel: async () => {},
    },
    connect: {
      start: async ({ vmId }) => ({
        outcome: 'handed-over',
        report: { ...readyReport, vm: { ...readyReport.vm, id: vmId } },
        route: 'web-account',
        profile: null,
        client: { id: 'mstsc', name: 'Remote Desktop Connection', command: ['mstsc.exe', 'ready.rdp'] },
        expect: ['“Allow remote desktop connection?” Choose Yes.'],
      }),
      startProfile: async () => ({
        outcome: 'handed-over',
        report: { ...readyReport, vm: { ...readyReport.vm, id: null } },
        route: 'web-account',
        profile: null,
        client: { id: 'mstsc', name: 'Remote Desktop Connection', command: ['mstsc.exe', 'ready.rdp'] },
        expect: ['“Allow remote desktop connection?” Choose Yes.'],
      }),
      cancel: async () => {},
      answerCertificate: async () => {},
    },
    profile: {
      save: async () => ({ file: '/home/ada/READY-02.rdp', warnings: [] }),
      foretell: async () => ({
        ...(await viewOfBytes(ourRdpFile, 'READY-02.rdp')),
        asksHere: true,
        profile: null,
        passedOver: [],
      }),
      command: async () => ({ command: 'entra-rdp connect ready-long-resource-name-02' }),
    },
    rdpFile: {
      open: async () => viewOfBytes(ourRdpFile, '/home/ada/READY-01.rdp'),
      look: async ({ name, bytes }) => viewOfBytes(bytes, name),
      sign: async () => ({
        outcome: 'signed',
        file: '/home/ada/READY-01.rdp',
        warnings: [],
        view: await viewOfBytes(await signedRdpFile(), '/home/ada/READY-01.rdp'),
      }),
    },
    settings: {
      read: async () => settings,
      change: async (wanted) =>
        change(Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined))),
      setFavourite: async ({ vmId, isFavourite }) =>
        change({
          favourites: [...settings.favourites.filter((id) => id !== vmId), ...(isFavourite ? [vmId] : [])],
        }),
      readSetup: async () => ({
        cloud: 'global',
        tenant: 'contoso.example',
        clientId: '33333333-3333-4333-8333-333333333333',
        name: 'Contoso',
      }),
      takeSetup: async (organisation) => change({ organisation }),
    },
    thisPc: {
      describe: async () => ({
        pc: {
          os: 'windows',
          hostName: 'ADA-LAPTOP',
          build: 26100,
          revision: 7019,
          displayVersion: '24H2',
          productName: 'Windows 11 Enterprise',
          edition: 'Enterprise',
          installationType: 'Client',
        },
        join: {
          isEntraJoined: true,
          isDomainJoined: false,
          isEntraRegistered: false,
          tenantId: tenant.id,
          workAccountTenantIds: [tenant.id],
          hasRefreshToken: true,
          helloForBusiness: 'cloud-trust',
        },
        policies: { problem: 'The registry may not be read by this account.' },
        clients: [
          {
            id: 'mstsc',
            name: 'Remote Desktop Connection',
            version: '10.0.26100.7019',
            path: 'C:\\Windows\\System32\\mstsc.exe',
            routes: ['web-account', 'password', 'bastion-client'],
            limits: [],
          },
        ],
      }),
    },
    troubleshoot: {
      explain: async () => [
        {
          id: 'AADSTS293004',
          cause: 'Entra ID knows no computer by the name in the connection.',
          remedy: 'Connect with the name the VM is registered by, never an address.',
          help: 'target-name-is-registered',
          source: 'https://learn.microsoft.com/entra/identity/devices/howto-vm-sign-in-azure-ad-windows',
          isNearest: false,
        },
      ],
    },
    app: {
      about: async () => ({
        version: '0.1.0',
        electron: '45.4.1',
        chromium: '152.0.0.0',
        logFile: 'C:\\Users\\ada\\AppData\\Local\\entra-rdp\\Log\\app.log',
      }),
      openExternal: async () => {},
      copyText: async () => {},
    },
  };
}
