import type { Cloud } from '../../shared/azure/cloud';
import { isAppError } from '../../shared/errors/app-error';
import { appPermissions, describePermission } from '../../shared/session/app-permissions';
import type { Consent, ConsentState } from '../../shared/session/session-state';
import type { TokenSource } from './token-source';

interface Question {
  readonly cloud: Cloud;
  readonly clientId: string | null;
  readonly tenant: string;
  readonly tokens: TokenSource;
  readonly signal: AbortSignal;
}

/**
 * What is granted, found out by asking for a token of each permission without asking the person. Null
 * means that it could not be found out: signed out, or no network.
 */
export async function readConsents({
  cloud,
  clientId,
  tenant,
  tokens,
  signal,
}: Question): Promise<ConsentState> {
  const consents = await Promise.all(
    appPermissions.map(async ({ costs, ...permission }): Promise<Consent> => {
      const isGranted = await isPermissionGranted(tokens, permission, signal);
      return { ...permission, costs: [...costs], isGranted };
    }),
  );
  const adminConsentUrl = clientId && adminConsentLink(cloud, tenant, clientId);
  return {
    consents,
    adminConsentUrl,
    request: consentRequest(consents, adminConsentUrl),
    help: clientId ? 'admin-consent' : 'app-registration',
  };
}

async function isPermissionGranted(
  tokens: TokenSource,
  { api, permission }: Pick<Consent, 'api' | 'permission'>,
  signal: AbortSignal,
): Promise<boolean | null> {
  try {
    await tokens.getToken(
      api === 'Microsoft Graph'
        ? { audience: 'graph', scopes: [permission], signal }
        : { audience: 'arm', signal },
    );
    return true;
  } catch (error) {
    if (!isAppError(error) || error.code === 'cancelled') throw error;
    return error.code === 'access-denied' ? false : null;
  }
}

/** Grants everything the app registration lists, for the whole tenant. */
function adminConsentLink(cloud: Cloud, tenant: string, clientId: string): string {
  return `${cloud.authority}/${encodeURIComponent(tenant)}/adminconsent?client_id=${encodeURIComponent(clientId)}`;
}

/** The message to send to the admin: what is missing, what it is for, where to grant it. */
function consentRequest(consents: readonly Consent[], adminConsentUrl: string | null): string {
  const missing = consents.filter(({ isGranted }) => isGranted !== true);
  if (missing.length === 0) return 'Everything Entra RDP asks for is granted.';
  return [
    'Hello, Entra RDP signs people in to our Windows VMs with their Microsoft Entra ID account and explains what stands in the way. Please grant it these permissions. All are delegated and read-only: it sees no more than the person who uses it may see.',
    ...missing.map(({ permission, why }) => `- ${describePermission(permission)}: ${why}`),
    adminConsentUrl
      ? `One link grants them for everybody: ${adminConsentUrl}`
      : 'It needs an app registration of our own first: the script in docs/app-registration.md makes one, and its client id goes into the set-up.',
  ].join('\n');
}
