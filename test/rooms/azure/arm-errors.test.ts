import type { GetTokenOptions, TokenCredential } from '@azure/core-auth';
import { afterEach, describe, expect, it } from 'vitest';
import { createAzureReader } from '../../../main/azure/create-azure-reader';
import type { Endpoint } from '../../../main/azure/endpoint';
import { clouds } from '../../../shared/azure/cloud';
import { VmId } from '../../../shared/azure/virtual-machine';
import { AppError } from '../../../shared/errors/app-error';
import { type Exchange, type Reply, startHttpsServer, type TestServer } from '../../support/https-server';

const vmId = VmId.parse(
  '/subscriptions/s1/resourceGroups/rg-app/providers/Microsoft.Compute/virtualMachines/web-01',
);
const vm = { id: vmId, name: 'web-01', location: 'westeurope', properties: {} };
const signal = new AbortController().signal;
const secret = 'a-token-that-nobody-may-see';

const servers: TestServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serve(answer: (exchange: Exchange) => Reply | null): Promise<TestServer> {
  const server = await startHttpsServer(answer);
  servers.push(server);
  return server;
}

function credential(
  onAsked: (options: GetTokenOptions | undefined) => void = () => undefined,
): TokenCredential {
  return {
    getToken: (_scopes, options) => {
      onAsked(options);
      return Promise.resolve({ token: secret, expiresOnTimestamp: Date.now() + 3_600_000 });
    },
  };
}

const readVm = (endpoint: Endpoint, from = credential()) =>
  createAzureReader(endpoint, from).virtualMachine(vmId, signal);

async function failureOf(work: Promise<unknown>): Promise<AppError> {
  const error: unknown = await work.then(
    () => new Error('it did not fail'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof AppError) return error;
  throw error;
}

const armError = (status: number, code: string, headers = {}): Reply => ({
  status,
  body: { error: { code, message: 'In the words of the service.' } },
  headers,
});

it.each([
  [
    '401 without a challenge',
    armError(401, 'ExpiredAuthenticationToken'),
    'sign-in-required',
    'Sign in again',
  ],
  [
    '403',
    armError(403, 'AuthorizationFailed'),
    'access-denied',
    'denied access while reading the virtual machine web-01',
  ],
  ['404', armError(404, 'ResourceNotFound'), 'not-found', 'web-01'],
  ['409', armError(409, 'Conflict'), 'unexpected', '409, Conflict'],
  [
    '429 that asks for a long wait',
    armError(429, 'TooManyRequests', { 'retry-after': '90' }),
    'unreachable',
    'in 90 seconds',
  ],
  ['500', armError(500, 'InternalServerError'), 'unreachable', 'a failure of its own (500)'],
  [
    'a page of HTML',
    { status: 200, body: '<html>Sign in to the Wi-Fi</html>', headers: { 'content-type': 'text/html' } },
    'unreachable',
    'web page',
  ],
  [
    'JSON that is cut off',
    { status: 200, body: '{"id": "/subscr' },
    'unreachable',
    'could not be understood',
  ],
] as const)('explains %s', async (_, reply, code, words) => {
  const { endpoint } = await serve(() => reply);
  const error = await failureOf(readVm(endpoint));
  expect(error.code).toBe(code);
  expect(error.message).toContain(words);
});

it('names the tenant that a VM belongs to, where it is another', async () => {
  const challenge = 'Bearer authorization_uri="https://login.example/fabrikam-id", error="invalid_token"';
  const { endpoint } = await serve(() =>
    armError(401, 'InvalidAuthenticationTokenTenant', { 'www-authenticate': challenge }),
  );
  const error = await failureOf(readVm(endpoint));
  expect(error.code).toBe('sign-in-required');
  expect(error.message).toContain('fabrikam-id');
});

it('names the right that is missing', async () => {
  const { endpoint } = await serve(() => armError(403, 'AuthorizationFailed'));
  const error = await failureOf(readVm(endpoint));
  expect(error).toMatchObject({ missing: 'Reader on the virtual machine web-01', help: 'azure-read-access' });
});

it('keeps the token out of what an error carries', async () => {
  const { endpoint } = await serve(() => armError(500, 'InternalServerError'));
  const error = await failureOf(readVm(endpoint));
  expect(error.cause).toBeInstanceOf(Error);
  expect(inspectDeeply(error)).not.toContain(secret);
});

it('answers a claims challenge once, with the claims it names', async () => {
  const claims = JSON.stringify({ access_token: { nbf: { essential: true, value: '1700000000' } } });
  const challenge = `Bearer authorization_uri="https://login.example/", error="insufficient_claims", claims="${btoa(claims)}"`;
  let challenged = 0;
  const server = await serve(() => {
    challenged += 1;
    return challenged === 1
      ? armError(401, 'TokenIssuedBeforeRevocationTimestamp', { 'www-authenticate': challenge })
      : { status: 200, body: vm };
  });
  const asked: (string | undefined)[] = [];
  const found = await readVm(
    server.endpoint,
    credential((options) => asked.push(options?.claims)),
  );
  expect(found.name).toBe('web-01');
  expect(asked).toEqual([undefined, claims]);
});

it('lets what the sign-in room says through, word for word', async () => {
  const { endpoint } = await serve(() => ({ status: 200, body: vm }));
  const refusal = new AppError('sign-in-required', 'Your sign-in was revoked.');
  const error = await failureOf(readVm(endpoint, { getToken: () => Promise.reject(refusal) }));
  expect(error).toBe(refusal);
});

describe('retries', () => {
  it('once after a failure of the service', async () => {
    const server = await serve(() => armError(503, 'ServiceUnavailable'));
    await failureOf(readVm(server.endpoint));
    expect(server.received).toHaveLength(2);
  });

  it('once after being asked to wait a moment', async () => {
    const server: TestServer = await serve(() =>
      server.received.length === 1
        ? armError(429, 'TooManyRequests', { 'retry-after': '0' })
        : { status: 200, body: vm },
    );
    expect((await readVm(server.endpoint)).name).toBe('web-01');
  });

  it('not at all when asked to wait long', async () => {
    const server = await serve(() => armError(429, 'TooManyRequests', { 'retry-after': '3600' }));
    await failureOf(readVm(server.endpoint));
    expect(server.received).toHaveLength(1);
  });
});

describe('without an answer', () => {
  it('says that the connection was refused', async () => {
    const server = await startHttpsServer(() => null);
    await server.close();
    const error = await failureOf(readVm(server.endpoint));
    expect(error).toMatchObject({ code: 'unreachable', help: 'no-network' });
    expect(error.message).toContain('the connection was refused');
  });

  it('says that the name does not resolve', async () => {
    const cloud = { ...clouds.global, arm: 'https://management.azure.invalid' };
    const error = await failureOf(readVm({ cloud }));
    expect(error.message).toContain('its name does not resolve');
  });

  it('says that the certificate is not trusted', async () => {
    const { endpoint } = await serve(() => ({ status: 200, body: vm }));
    const error = await failureOf(readVm({ cloud: endpoint.cloud }));
    expect(error.message).toContain('its certificate is not trusted');
  });

  it('is cancelled when its caller gives up', async () => {
    const controller = new AbortController();
    const { endpoint } = await serve(() => {
      controller.abort();
      return null;
    });
    const reading = createAzureReader(endpoint, credential()).virtualMachine(vmId, controller.signal);
    expect((await failureOf(reading)).code).toBe('cancelled');
  });
});

describe('the raw reads', () => {
  it.each([
    ['403', armError(403, 'AuthorizationFailed'), 'access-denied'],
    ['404', armError(404, 'NoRegisteredProvider'), 'not-found'],
    ['429', armError(429, 'TooManyRequests', { 'retry-after': '60' }), 'unreachable'],
    ['500', armError(500, 'InternalServerError'), 'unreachable'],
    ['HTML', { status: 200, body: '<html>', headers: { 'content-type': 'text/html' } }, 'unreachable'],
    ['another shape', { status: 200, body: { value: 'none' } }, 'unreachable'],
  ] as const)('explain %s', async (_, reply, code) => {
    const { endpoint } = await serve(() => reply);
    const error = await failureOf(createAzureReader(endpoint, credential()).permissions(vmId, signal));
    expect(error.code).toBe(code);
  });

  it('ask for the VM itself, with one slash between all parts', async () => {
    const server = await serve(() => ({ status: 200, body: { value: [] } }));
    await createAzureReader(server.endpoint, credential()).permissions(vmId, signal);
    expect(server.received[0]?.path).toBe(`${vmId}/providers/Microsoft.Authorization/permissions`);
  });
});

it('asks for tokens of the cloud it reads', async () => {
  const server = await serve(() => ({ status: 200, body: { value: [], ...vm } }));
  const scopes: (string | string[])[] = [];
  const reader = createAzureReader(server.endpoint, {
    getToken: (asked) => {
      scopes.push(asked);
      return Promise.resolve({ token: secret, expiresOnTimestamp: Date.now() + 3_600_000 });
    },
  });
  await reader.virtualMachine(vmId, signal);
  await reader.permissions(vmId, signal);
  await reader.roleAssignments(vmId, { objectId: 'someone', isCaller: true }, signal);
  expect(scopes.flat()).toEqual(Array.from({ length: 3 }, () => `${server.endpoint.cloud.arm}/.default`));
});

function inspectDeeply(error: unknown, seen = new Set<unknown>()): string {
  if (typeof error !== 'object' || error === null || seen.has(error)) return String(error);
  seen.add(error);
  const keys = [...Object.getOwnPropertyNames(error), ...Object.getOwnPropertySymbols(error)];
  return keys.map((key) => inspectDeeply((error as Record<PropertyKey, unknown>)[key], seen)).join(' ');
}
