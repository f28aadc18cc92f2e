import type { RdpClient, ThisPc } from '../../client-pc/this-pc';
import { defineCheck } from '../check';
import { connectionSources } from '../connection-sources';
import { everyRoute, type Route } from '../route';
import { routeNames } from '../route-order';
import { type ByRoute, fail, pass, type Remedy, remedy } from '../verdict';

export const rdpClientIsInstalled = defineCheck({
  id: 'rdp-client-is-installed',
  title: 'An RDP client that can do it is installed on this PC',
  routes: everyRoute,
  source: connectionSources.webAccount,
  needs: ['rdpClients'],
  wants: ['thisPc'],

  judge({ rdpClients, thisPc }) {
    const offered = everyRoute.filter((route) => isOffered(route, thisPc));
    const missing = offered.filter((route) => needsClient(route) && !clientFor(route, rdpClients));
    const byRoute: ByRoute = Object.fromEntries(
      everyRoute.map((route) => [
        route,
        missing.includes(route) ? 'fail' : offered.includes(route) ? 'pass' : 'skip',
      ]),
    );
    const [preferred] = rdpClients;
    if (!missing.length) return pass(preferred ? whatIsThere(rdpClients) : 'No client is needed.', byRoute);
    const names = missing.map((route) => routeNames[route].toLowerCase()).join(', ');
    return fail(
      preferred
        ? `${whatIsThere(rdpClients)} None of it can do: ${names}.${limitsOf(rdpClients)}`
        : 'No RDP client was found on this PC.',
      howToInstall(thisPc),
      byRoute,
    );
  },
});

// Elsewhere than on Windows a password is not offered, and Bastion's file has no client that takes it.
function isOffered(route: Route, thisPc: ThisPc | undefined): boolean {
  return route === 'web-account' || route === 'bastion-portal' || !thisPc || thisPc.os === 'windows';
}

function needsClient(route: Route): boolean {
  return route !== 'bastion-portal';
}

function clientFor(route: Route, clients: readonly RdpClient[]): RdpClient | undefined {
  return clients.find(({ routes }) => routes.includes(route));
}

function whatIsThere(clients: readonly RdpClient[]): string {
  const names = clients.map(({ name, version }) => (version === null ? name : `${name} ${version}`));
  return `Found ${names.join(', ')}.`;
}

function limitsOf(clients: readonly RdpClient[]): string {
  return clients
    .flatMap(({ limits }) => limits)
    .map((limit) => ` ${limit}`)
    .join('');
}

function howToInstall(thisPc: ThisPc | undefined): Remedy[] {
  return [remedy.do(installation[thisPc?.os ?? 'windows'])];
}

const installation: Readonly<Record<ThisPc['os'], string>> = {
  linux: 'Install FreeRDP 3 built with Entra ID sign-in (package freerdp3-x11 or freerdp3-sdl).',
  macos: 'Install Windows App from the App Store.',
  windows: 'Windows brings Remote Desktop Connection (mstsc.exe): ask for it to be restored.',
};
