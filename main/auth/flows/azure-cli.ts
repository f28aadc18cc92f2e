import { z } from 'zod';
import type { Cloud, CloudId } from '../../../shared/azure/cloud';
import { AppError } from '../../../shared/errors/app-error';
import { describePermission } from '../../../shared/session/app-permissions';
import { notCovered } from '../covers';
import { numbersIn } from '../entra-errors';
import type { Identity } from '../identity';
import type { RunAzureCli } from '../run-azure-cli';
import { defaultScopeFor } from '../scopes';
import { claimsOfToken } from '../token-claims';
import type { AccessToken, TokenRequest } from '../token-source';

const ShownAccount = z.object({
  environmentName: z.string(),
  tenantId: z.string(),
  user: z.object({ name: z.string(), type: z.string() }),
});

const ShownToken = z.object({ accessToken: z.string(), tenant: z.string() });

/** What the Azure CLI calls each cloud. */
const environments: Readonly<Record<CloudId, string>> = {
  global: 'AzureCloud',
  usgov: 'AzureUSGovernment',
  china: 'AzureChinaCloud',
};

/**
 * The sign-in the Azure CLI already has. Nothing of it is kept here: every token is asked of the CLI.
 *
 * @throws AppError `not-here` without a CLI; `sign-in-required` when it is signed out or its sign-in
 *   ran out; `invalid-request` when it is set to another cloud.
 */
export async function azureCliIdentity(
  run: RunAzureCli,
  cloud: Cloud,
  signal?: AbortSignal,
): Promise<Identity> {
  const shown = ShownAccount.parse(await ask(run, ['account', 'show'], signal));
  if (shown.environmentName !== environments[cloud.id])
    throw new AppError(
      'invalid-request',
      `The Azure CLI is set to the cloud ${shown.environmentName}, but ${cloud.name} is wanted here. ` +
        `Run az cloud set --name ${environments[cloud.id]} and az login, or choose the other cloud.`,
    );
  const token = await cliToken(run, cloud, { audience: 'arm', tenantId: shown.tenantId, signal });
  const { oid, name, home } = claimsOfToken(token.token);
  return {
    method: 'azure-cli',
    account: {
      username: shown.user.name,
      displayName: name ?? null,
      objectId: oid,
      homeTenantId: home ?? shown.tenantId,
      tenantId: shown.tenantId,
    },
    tenantsSignedInTo: async () => [shown.tenantId],
    getToken: (request) => cliToken(run, cloud, { tenantId: shown.tenantId, ...withoutUndefined(request) }),
    // The CLI's sign-in is the person's own: az logout ends it.
    signOut: async () => undefined,
  };
}

function withoutUndefined(request: TokenRequest): TokenRequest {
  const { tenantId, ...rest } = request;
  return tenantId === undefined ? rest : request;
}

async function cliToken(run: RunAzureCli, cloud: Cloud, request: TokenRequest): Promise<AccessToken> {
  const { audience, tenantId, claims, signal, scopes } = request;
  if (claims)
    throw new AppError(
      'sign-in-required',
      `Azure asks to sign in again with more proof. Run az login${tenantId ? ` --tenant ${tenantId}` : ''}.`,
      { help: 'sign-in-again' },
    );
  const asked = ['account', 'get-access-token', '--scope', defaultScopeFor(cloud, audience)];
  const raw = await ask(run, tenantId ? [...asked, '--tenant', tenantId] : asked, signal, scopes);
  const { accessToken, tenant } = ShownToken.parse(raw);
  const { expiresAt, permissions } = claimsOfToken(accessToken);
  const missing = audience === 'graph' ? notCovered(scopes ?? [], permissions) : [];
  if (missing.length > 0) throw lacks(missing);
  return { token: accessToken, expiresAt, tenantId: tenant };
}

async function ask(
  run: RunAzureCli,
  args: readonly string[],
  signal?: AbortSignal,
  permissions?: readonly string[],
): Promise<unknown> {
  const { exitCode, stdout, stderr } = await run([...args, '--output', 'json'], signal);
  if (exitCode !== 0) throw explainCli(stderr, permissions);
  try {
    return JSON.parse(stdout) as unknown;
  } catch (cause) {
    throw new AppError(
      'unexpected',
      `The Azure CLI's answer to az ${args.slice(0, 2).join(' ')} was not JSON.`,
      {
        cause,
      },
    );
  }
}

/** The CLI tells what happened only in words. They are matched loosely, and never repeated whole. */
function explainCli(stderr: string, permissions?: readonly string[]): AppError {
  const numbers = numbersIn(stderr);
  if (numbers.some((number) => [65001, 65002].includes(number))) return lacks(permissions ?? ['User.Read']);
  if (/az login|Please run|AADSTS\d+/i.test(stderr))
    return new AppError(
      'sign-in-required',
      `The Azure CLI is not signed in, or its sign-in ran out${numbers[0] ? ` (AADSTS${numbers[0]})` : ''}. Run az login, then try again.`,
      { help: 'sign-in-again' },
    );
  if (/Max retries exceeded|Failed to (establish|resolve)|ConnectionError|getaddrinfo/i.test(stderr))
    return new AppError('unreachable', 'The Azure CLI could not reach Microsoft. Check the network.', {
      help: 'no-network',
    });
  return new AppError(
    'unexpected',
    'The Azure CLI could not get a token. Run az account get-access-token to see why.',
  );
}

function lacks(permissions: readonly string[]): AppError {
  const missing = permissions.map(describePermission).join(', ');
  return new AppError(
    'access-denied',
    `The Azure CLI's sign-in does not include ${missing}, and cannot ask for it. Sign in with the browser instead.`,
    { help: 'app-registration', missing },
  );
}
