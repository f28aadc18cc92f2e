import { request } from 'node:https';
import type { RunAzureCli } from '../../../main/auth/run-azure-cli';
import type { SecretStore } from '../../../main/auth/secret-store';
import type { OpenSession, SessionOptions } from '../../../main/auth/session-options';
import { createSession } from '../../../main/auth/sign-in';
import { type DemoAzure, startDemoAzure } from '../../../main/demo/demo-azure';
import { demoBrowser } from '../../../main/demo/entra-browser';
import { demoTenantFrom } from '../../../main/demo/load-demo-tenant';
import { AppError } from '../../../shared/errors/app-error';
import { temporaryFolder } from '../../support/temporary-folder';

/** Contoso with accounts whose sign-in goes wrong in each way. */
export function startTroubledContoso(): Promise<DemoAzure> {
  const account = (name: string, signIn: object) => ({
    username: `${name}@contoso.example`,
    consentedGraphPermissions: ['User.Read', 'Device.Read.All'],
    signIn,
  });
  const tenant = demoTenantFrom(
    {
      extends: 'contoso',
      accounts: [
        account('denying', { denyConsent: true }),
        account('short', { accessTokenSeconds: 1 }),
        account('blocked', { blockDeviceCode: true }),
        account('mfa', { mfaRequired: true }),
        account('revoked', {}),
      ],
    },
    'the test',
  );
  return startDemoAzure({ tenant });
}

/** A keychain that a second session, as of another process, can open too. */
export function sharedSecretStore(): SecretStore & { secret: string | null } {
  const store = {
    secret: null as string | null,
    read: async () => store.secret,
    write: async (secret: string) => {
      store.secret = secret;
    },
    remove: async () => {
      store.secret = null;
    },
  };
  return store;
}

export const noAzureCli: RunAzureCli = () =>
  Promise.reject(new AppError('not-here', 'There is no Azure CLI in this test.'));

/** A session of the real kind, whose browser is scripted and whose certificate is the demo's. */
export async function openSession(
  demo: DemoAzure,
  username: string | undefined,
  changes: Partial<SessionOptions> = {},
): Promise<OpenSession & { readonly logged: string[] }> {
  const logged: string[] = [];
  const session = createSession({
    mode: 'real',
    endpoint: { cloud: demo.cloud, trustedCertificate: demo.trustedCertificate },
    clientId: demo.tenant.clientId,
    tenant: demo.tenant.id,
    organisation: 'Contoso',
    folder: temporaryFolder(),
    secretStore: sharedSecretStore(),
    openBrowser: demoBrowser(demo.trustedCertificate),
    azureCli: noAzureCli,
    demoAccounts: [],
    preferredUsername: username,
    log: (message, error) => logged.push(`${message} ${error instanceof Error ? error.message : ''}`),
    ...changes,
  });
  return { ...session, logged };
}

export function post(demo: DemoAzure, path: string, form: Record<string, string>): Promise<number> {
  const body = new URLSearchParams(form).toString();
  return new Promise((resolve, reject) => {
    const outgoing = request(
      `${demo.cloud.authority}${path}`,
      {
        method: 'POST',
        agent: false,
        ca: demo.trustedCertificate,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      },
      (incoming) => {
        incoming.resume().on('end', () => resolve(incoming.statusCode ?? 0));
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

export function payloadOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as Record<
    string,
    unknown
  >;
}

/** What a promise was refused with; fails the test when it was not. */
export async function refusal(work: Promise<unknown>): Promise<AppError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}

export const never = () => new AbortController().signal;
