import type { CheckId } from '../../shared/preflight/check-id';
import { checkOrder } from '../../shared/preflight/check-order';
import { CheckResult, Report, type RouteState } from '../../shared/preflight/report';
import type { Route } from '../../shared/preflight/route';
import { vmIdOf } from './sample-vms';

type Change = Partial<Omit<CheckResult, 'id'>>;

const source = {
  url: 'https://learn.microsoft.com/entra/identity/devices/howto-vm-sign-in-azure-ad-windows',
  asOf: '2025-12-01',
};

function titleOf(id: CheckId): string {
  const sentence = id.replaceAll('-', ' ');
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

export function sampleResult(id: CheckId, change: Change = {}): CheckResult {
  const status = change.status ?? 'pass';
  return CheckResult.parse({
    id,
    title: titleOf(id),
    status,
    routes: { 'web-account': status, password: status },
    ...(status === 'pass' && { found: 'READY-02 resolves to 10.1.0.5, the address of this VM.' }),
    ...(status === 'skip' && { because: 'It does not apply to this VM.' }),
    ...(status === 'unknown' && {
      because: 'Microsoft Graph denied reading the devices of this tenant.',
      missing: 'Device.Read.All (Microsoft Graph, admin consent)',
    }),
    remedies: [],
    help: id,
    source,
    ...change,
  });
}

const doesNotApply: readonly CheckId[] = [
  'bastion-serves-the-vm',
  'bastion-allows-entra',
  'bastion-rights',
  'pc-has-a-refresh-token',
  'mfa-can-be-met',
];

function routeOf(id: Route, state: RouteState['state'], closedBy: CheckId[], means: string[]): RouteState {
  return { id, state, closedBy, notSeen: [], means };
}

/** A report of every check: all pass but those named. */
export function sampleReport(
  name: string,
  changes: Partial<Record<CheckId, Change>> = {},
  report: Partial<Report> = {},
): Report {
  const results = checkOrder.map((id) =>
    sampleResult(id, changes[id] ?? (doesNotApply.includes(id) ? { status: 'skip' } : {})),
  );
  return Report.parse({
    vm: { id: vmIdOf(name), name, computerName: 'READY-02' },
    target: { address: 'READY-02', port: 3389, why: 'It is registered and resolves.' },
    account: 'ada@contoso.example',
    baseline: 'article',
    judgedAt: '2026-11-22T12:04:31Z',
    cause: null,
    headline: 'You can sign in without a password.',
    routes: [
      routeOf(
        'web-account',
        'open',
        [],
        ['Windows asks once whether to allow the remote desktop connection, and remembers up to 15 hosts.'],
      ),
      routeOf('password', 'closed', ['pc-is-joined-or-registered'], []),
      routeOf('bastion-client', 'closed', ['bastion-serves-the-vm'], []),
      routeOf('bastion-portal', 'closed', ['bastion-serves-the-vm'], []),
    ],
    recommended: 'web-account',
    results,
    unknowns: null,
    ...report,
  });
}

export const readyReport = sampleReport('ready-long-resource-name-02', {
  'rdp-files-may-be-opened': {
    status: 'warn',
    found: 'The file is not signed, so the April 2026 dialog will ask before it opens.',
    remedies: [{ kind: 'do', text: 'Tick the boxes you need in that dialog, then choose Connect.' }],
  },
  'pc-is-joined-or-registered': {
    status: 'fail',
    routes: { password: 'fail' },
    found: 'This PC is neither joined to Entra ID nor registered with it.',
    remedies: [{ kind: 'do', text: 'Sign in without a password instead.' }],
  },
});

export const blockedReport = sampleReport(
  'no-role-01',
  {
    'login-role-is-assigned': {
      title: 'You hold a role that signs in to this VM',
      status: 'fail',
      found: 'You are Owner of the subscription Production. Owner manages the VM but does not sign in to it.',
      remedies: [
        { kind: 'ask', text: 'Ask for Virtual Machine User Login on this VM.' },
        {
          kind: 'command',
          shell: 'az',
          text: 'Whoever may assign roles runs this:',
          command: `az role assignment create --role "Virtual Machine User Login" --assignee ada@contoso.example --scope ${vmIdOf('no-role-01')}`,
        },
      ],
    },
    'vm-is-running': {
      title: 'The VM is running',
      status: 'fail',
      found: 'The VM is deallocated.',
      remedies: [{ kind: 'do', text: 'Start it.' }],
    },
  },
  {
    vm: { id: sampleResultVmId('no-role-01'), name: 'no-role-01', computerName: 'NO-ROLE-01' },
    cause: {
      id: 'owner-without-login-role',
      sentence: 'You manage this VM, but no role of yours signs in to it.',
    },
    headline: 'You manage this VM, but no role of yours signs in to it.',
    request:
      'ada@contoso.example cannot sign in to no-role-01 with Microsoft Entra ID.\n- Please give her Virtual Machine User Login.',
    recommended: null,
    routes: [
      routeOf('web-account', 'closed', ['login-role-is-assigned', 'vm-is-running'], []),
      routeOf('password', 'closed', ['login-role-is-assigned', 'vm-is-running'], []),
      routeOf('bastion-client', 'closed', ['bastion-serves-the-vm'], []),
      routeOf('bastion-portal', 'closed', ['bastion-serves-the-vm'], []),
    ],
  },
);

const notSeen: readonly CheckId[] = [
  'account-is-in-the-vms-tenant',
  'vm-has-system-assigned-identity',
  'entra-device-exists',
  'entra-device-is-enabled',
  'entra-device-is-unique',
  'target-name-is-registered',
  'login-role-is-assigned',
  'conditional-access-allows-the-route',
  'per-user-mfa-is-off',
];

export const unknownReport = sampleReport(
  'ready-01',
  Object.fromEntries(notSeen.map((id) => [id, { status: 'unknown' as const }])),
  {
    unknowns: {
      count: notSeen.length,
      sentence: `${notSeen.length} need an admin: ask once.`,
      request: 'To check whether I can sign in to ready-01, I am missing:\n- Device.Read.All',
    },
  },
);

function sampleResultVmId(name: string): Report['vm']['id'] {
  return vmIdOf(name) as Report['vm']['id'];
}
