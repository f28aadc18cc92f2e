import type { SessionState } from '../../../shared/session/session-state';

export function sessionText({ account, tenants, storage, mode, cloud, isConfigured }: SessionState): string {
  if (!account) {
    return isConfigured
      ? 'Nobody is signed in. Next: entra-rdp sign-in'
      : 'Nobody is signed in, and no organisation is set up. Next: entra-rdp setup FILE-OR-LINK, or sign-in --use-az, or --demo';
  }
  const kept =
    storage === 'keychain'
      ? "The sign-in is kept encrypted, its key in this PC's keychain."
      : 'There is no keychain here: the sign-in lasts for this run only.';
  return [
    `${account.username}${account.displayName ? ` (${account.displayName})` : ''}, ${mode === 'demo' ? 'demo Azure' : `cloud ${cloud}`}`,
    ...tenants.map(
      ({ name, id, domain, state, because }) =>
        `  ${name} (${domain ?? id})  ${state}${because ? `: ${because}` : ''}`,
    ),
    ...(mode === 'demo' ? [] : [kept]),
  ].join('\n');
}
