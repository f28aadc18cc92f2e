import { describe, expect, it } from 'vitest';
import type { CheckId } from '../../../shared/preflight/check-id';
import type { CheckResult, RouteState } from '../../../shared/preflight/report';
import type { Route } from '../../../shared/preflight/route';
import { recommendedRoute, routeStates } from '../../../shared/preflight/routes';
import type { Status } from '../../../shared/preflight/verdict';

function result(id: CheckId, routes: Partial<Record<Route, Status>>, blockedBy?: CheckId): CheckResult {
  return {
    id,
    title: id,
    status: 'pass',
    routes,
    remedies: [],
    help: id,
    source: { url: 'https://example.org', asOf: '2026-11-22' },
    ...(blockedBy && { blockedBy }),
  };
}

const direct = (status: Status) => ({ 'web-account': status, password: status });
const bastion = (status: Status) => ({ 'bastion-client': status, 'bastion-portal': status });

/** A run in which everything was seen and nothing is wrong. */
const allGood: readonly CheckResult[] = [
  result('rdp-client-is-installed', { ...direct('pass'), ...bastion('pass') }),
  result('pc-runs-windows', { password: 'pass' }),
  result('pc-build-supports-web-account', { 'web-account': 'pass' }),
  result('target-is-a-host-name', { 'web-account': 'pass', ...bastion('pass') }),
  result('target-name-resolves', direct('pass')),
  result('rdp-port-answers', direct('pass')),
  result('pc-is-joined-or-registered', { password: 'pass' }),
  result('pc-is-in-the-vms-tenant', { password: 'pass' }),
  result('bastion-serves-the-vm', bastion('pass')),
  result('bastion-allows-entra', bastion('pass')),
  result('bastion-rights', bastion('pass')),
];

const but = (...changed: CheckResult[]): CheckResult[] => [
  ...allGood.filter(({ id }) => !changed.some((other) => other.id === id)),
  ...changed,
];
const stateOf = (route: Route, results: readonly CheckResult[]): Partial<RouteState> => {
  const found = routeStates(results).find(({ id }) => id === route);
  return { state: found?.state, closedBy: found?.closedBy, notSeen: found?.notSeen } as Partial<RouteState>;
};

describe('a route', () => {
  it.each<Route>(['web-account', 'password', 'bastion-client', 'bastion-portal'])(
    '%s is open when all is seen and well',
    (route) => {
      expect(stateOf(route, allGood)).toEqual({ state: 'open', closedBy: [], notSeen: [] });
    },
  );

  it('is closed by a failure on it, and on it alone', () => {
    const results = but(result('pc-build-supports-web-account', { 'web-account': 'fail' }));
    expect(stateOf('web-account', results)).toEqual({
      state: 'closed',
      closedBy: ['pc-build-supports-web-account'],
      notSeen: [],
    });
    expect(stateOf('password', results).state).toBe('open');
  });

  it('is unknown while what it must see was not seen', () => {
    expect(stateOf('web-account', but(result('rdp-port-answers', direct('unknown'))))).toEqual({
      state: 'unknown',
      closedBy: [],
      notSeen: ['rdp-port-answers'],
    });
  });

  it('stays open beside unknowns it need not see', () => {
    const results = [...allGood, result('conditional-access-allows-the-route', { ...direct('unknown') })];
    expect(stateOf('web-account', results).state).toBe('open');
  });

  it('is unknown where another check kept it from looking', () => {
    const skipped = result('rdp-port-answers', direct('skip'), 'target-name-resolves');
    expect(stateOf('web-account', but(skipped)).notSeen).toEqual(['rdp-port-answers']);
  });

  it('does without what this PC does not have', () => {
    const onLinux = but(result('pc-build-supports-web-account', { 'web-account': 'skip' }));
    expect(stateOf('web-account', onLinux).state).toBe('open');
  });

  it('for the password, is not offered without Windows', () => {
    expect(stateOf('password', but(result('pc-runs-windows', { password: 'skip' })))).toEqual({
      state: 'closed',
      closedBy: ['pc-runs-windows'],
      notSeen: [],
    });
  });

  it('through Bastion, is not offered where none serves the VM', () => {
    expect(stateOf('bastion-client', but(result('bastion-serves-the-vm', bastion('skip')))).closedBy).toEqual(
      ['bastion-serves-the-vm'],
    );
  });

  it('through Bastion, is unknown where nobody could look for one', () => {
    const results = but(result('bastion-serves-the-vm', bastion('unknown')));
    expect(stateOf('bastion-portal', results).state).toBe('unknown');
  });

  it('through Bastion, is not taken for missing where looking was kept from it', () => {
    const results = but(result('bastion-serves-the-vm', bastion('skip'), 'vm-runs-windows'));
    expect(stateOf('bastion-client', results)).toMatchObject({ state: 'unknown', closedBy: [] });
  });
});

describe('the recommended route', () => {
  const states = (...each: RouteState['state'][]): RouteState[] =>
    (['web-account', 'password', 'bastion-client', 'bastion-portal'] as const).map((id, index) => ({
      id,
      state: each[index] ?? 'closed',
      closedBy: [],
      notSeen: [],
      means: [],
    }));

  it.each<[string, RouteState[], Route | null]>([
    ['the best open one', states('closed', 'open', 'open'), 'password'],
    ['an open one before a better unknown one', states('unknown', 'closed', 'open'), 'bastion-client'],
    ['the best unknown one where none is open', states('closed', 'unknown', 'unknown'), 'password'],
    ['none where all are closed', states(), null],
  ])('is %s', (_, given, expected) => {
    expect(recommendedRoute(given)).toBe(expected);
  });
});
