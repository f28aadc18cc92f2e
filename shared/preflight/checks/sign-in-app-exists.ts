import { type SignInApp, signInApps } from '../../entra/policy';
import { defineCheck } from '../check';
import { az, powershell } from '../commands';
import type { Facts } from '../fact';
import { everyRoute, type Route } from '../route';
import { sources } from '../sources';
import { type ByRoute, fail, pass, type Remedy, remedy, type Status, unknown, warn } from '../verdict';

export const signInAppExists = defineCheck({
  id: 'sign-in-app-exists',
  title: "The tenant's sign-in apps for VMs are in order",
  routes: everyRoute,
  source: sources.signInToVm,
  needs: ['account', 'signInApps'],

  judge({ account, signInApps: apps }) {
    const barred = apps.filter(isBarred);
    const [first] = barred;
    if (first) return fail(sentenceFor(first, account), remediesFor(first, account), closedBy(barred));

    const unread = apps.filter(
      ({ requiresAssignment, isAssigned }) => requiresAssignment && isAssigned === null,
    );
    if (unread[0]) {
      return unknown(
        `${nameOf(unread[0])} is open to assigned accounts only, and whether ${account.username} is one could not be read.`,
        'Application.Read.All (Microsoft Graph, needs admin consent once)',
        byRoute(unread, 'unknown'),
      );
    }
    const vmSignIn = apps.find(({ appId }) => isApp(appId, signInApps.windowsVmSignIn.appId));
    if (vmSignIn?.objectId) return pass(`${nameOf(vmSignIn)} is there, enabled, and open to this account.`);
    return warn(
      `The tenant lacks the app ${signInApps.windowsVmSignIn.name}. Sign-in works without it; Conditional Access cannot be aimed at it.`,
      createApp(),
    );
  },
});

function isBarred({ objectId, isEnabled, requiresAssignment, isAssigned }: SignInApp): boolean {
  return objectId !== null && (!isEnabled || (requiresAssignment && isAssigned === false));
}

function sentenceFor(app: SignInApp, { username }: Facts['account']): string {
  return app.isEnabled
    ? `The app ${nameOf(app)} is open to assigned accounts only, and ${username} is not assigned.`
    : `The app ${nameOf(app)} is disabled in this tenant, so no sign-in that goes through it succeeds.`;
}

function remediesFor(app: SignInApp, { username }: Facts['account']): Remedy[] {
  return [
    remedy.ask(
      app.isEnabled
        ? `Please assign ${username} to the enterprise application ${nameOf(app)}, or switch off that it requires assignment.`
        : `Please enable the enterprise application ${nameOf(app)} (${app.appId}) for users to sign in.`,
    ),
  ];
}

function createApp(): Remedy[] {
  const { appId } = signInApps.windowsVmSignIn;
  return [
    az('Add the app to the tenant', ['ad', 'sp', 'create', '--id', appId]),
    powershell('Add the app to the tenant', ['New-MgServicePrincipal', '-AppId', appId]),
  ];
}

/** The app of the password sign-in is the one Microsoft names for all of it; the others are passwordless only. */
function routesOf({ appId }: SignInApp): readonly Route[] {
  return isApp(appId, signInApps.windowsVmSignIn.appId)
    ? everyRoute
    : everyRoute.filter((route) => route !== 'password');
}

function closedBy(apps: readonly SignInApp[]): ByRoute {
  return byRoute(apps, 'fail');
}

function byRoute(apps: readonly SignInApp[], status: Status): ByRoute {
  const touched = new Set(apps.flatMap(routesOf));
  return Object.fromEntries(everyRoute.map((route) => [route, touched.has(route) ? status : 'pass']));
}

function nameOf({ appId }: SignInApp): string {
  return Object.values(signInApps).find((known) => isApp(known.appId, appId))?.name ?? appId;
}

function isApp(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
