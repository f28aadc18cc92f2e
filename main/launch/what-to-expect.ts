import type { Route } from '../../shared/preflight/route';

/** What every client brings with it on a route. Source: Microsoft's article, read 2026-11-22. */
export function expectOnRoute(route: Route): string[] {
  switch (route) {
    case 'web-account':
      return [
        'If you are asked to allow the remote desktop connection, choose Yes. Up to 15 hosts are remembered for 30 days.',
        'If a user name is asked for, type it like user@domain.com.',
        'Locking the remote screen disconnects the session.',
      ];
    case 'password':
      return ['Your Entra ID password will be asked for; the user name is filled in.'];
    case 'bastion-client':
      return ['You sign in to Microsoft Entra ID first, then to the VM through Azure Bastion.'];
    case 'bastion-portal':
      return ['The session opens in your browser.'];
  }
}
