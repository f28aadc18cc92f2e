import { chmod, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { azureCliIdentity } from '../../../main/auth/flows/azure-cli';
import { azureCli, findAzureCli, type RunAzureCli } from '../../../main/auth/run-azure-cli';
import { clouds } from '../../../shared/azure/cloud';
import { temporaryFolder } from '../../support/temporary-folder';

const tenant = '11111111-2222-4333-8444-555555555555';
const other = '99999999-2222-4333-8444-555555555555';
const exp = 1_900_000_000;

function token(claims: object = {}): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256' })}.${part({ exp, oid: 'the object id', name: 'Ada Lovelace', ...claims })}.c2ln`;
}

const shownAccount = {
  environmentName: 'AzureCloud',
  homeTenantId: tenant,
  id: 'a subscription',
  tenantId: tenant,
  user: { name: 'ada@contoso.example', type: 'user' },
};

/** Answers as the Azure CLI does, and remembers what it was asked. */
function cli(answers: { account?: object | string; token?: object | string } = {}) {
  const asked: (readonly string[])[] = [];
  const answer = (value: object | string) =>
    typeof value === 'string'
      ? { exitCode: 1, stdout: '', stderr: value }
      : { exitCode: 0, stdout: JSON.stringify(value), stderr: '' };
  const run: RunAzureCli = async (args) => {
    asked.push(args);
    return args[1] === 'show'
      ? answer(answers.account ?? shownAccount)
      : answer(answers.token ?? { accessToken: token(), expiresOn: '2030-03-17 18:46:40.000000', tenant });
  };
  return { run, asked };
}

describe("the Azure CLI's sign-in", () => {
  it('is taken over with its account, and tokens are asked of it by argument array', async () => {
    const { run, asked } = cli();
    const identity = await azureCliIdentity(run, clouds.global);
    expect(identity.account).toEqual({
      username: 'ada@contoso.example',
      displayName: 'Ada Lovelace',
      objectId: 'the object id',
      homeTenantId: tenant,
      tenantId: tenant,
    });
    expect(await identity.getToken({ audience: 'arm' })).toEqual({
      token: token(),
      expiresAt: exp * 1000,
      tenantId: tenant,
    });
    await identity.getToken({ audience: 'graph', tenantId: other });
    const tokenFor = (scope: string, of: string) => [
      'account',
      'get-access-token',
      '--scope',
      scope,
      '--tenant',
      of,
      '--output',
      'json',
    ];
    expect(asked).toEqual([
      ['account', 'show', '--output', 'json'],
      tokenFor('https://management.azure.com/.default', tenant),
      tokenFor('https://management.azure.com/.default', tenant),
      tokenFor('https://graph.microsoft.com/.default', other),
    ]);
  });

  it('knows a guest by the tenant that vouches for them', async () => {
    const idp = `https://sts.windows.net/${other}/`;
    const { run } = cli({ token: { accessToken: token({ idp }), tenant } });
    const { account } = await azureCliIdentity(run, clouds.global);
    expect(account).toMatchObject({ homeTenantId: other, tenantId: tenant });
  });

  it.each([
    ['signed out', { account: "ERROR: Please run 'az login' to setup account." }, 'sign-in-required'],
    [
      'expired',
      {
        token:
          'AADSTS700082: The refresh token has expired due to inactivity.\nTo re-authenticate, please run: az login',
      },
      'sign-in-required',
    ],
    [
      'offline',
      { token: 'HTTPSConnectionPool: Max retries exceeded with url: /organizations' },
      'unreachable',
    ],
    ['broken', { account: 'Traceback (most recent call last)' }, 'unexpected'],
  ])('that is %s is named as such', async (_, answers, code) => {
    await expect(azureCliIdentity(cli(answers).run, clouds.global)).rejects.toMatchObject({ code });
  });

  it('of another cloud is not mixed up with this one', async () => {
    await expect(azureCliIdentity(cli().run, clouds.china)).rejects.toMatchObject({
      code: 'invalid-request',
      message: expect.stringContaining('az cloud set --name AzureChinaCloud'),
    });
  });

  it('cannot answer a claims challenge by itself', async () => {
    const identity = await azureCliIdentity(cli().run, clouds.global);
    await expect(identity.getToken({ audience: 'arm', claims: '{}' })).rejects.toMatchObject({
      code: 'sign-in-required',
      message: expect.stringContaining(`az login --tenant ${tenant}`),
    });
  });

  it.each([
    ['Directory.AccessAsUser.All User.Read.All', 'Device.Read.All'],
    ['User.Read.All', 'User.Read'],
    ['Application.ReadWrite.All', 'Application.Read.All'],
  ])('with %s may do what %s allows', async (scp, permission) => {
    const { run } = cli({ token: { accessToken: token({ scp }), tenant } });
    const identity = await azureCliIdentity(run, clouds.global);
    const given = await identity.getToken({ audience: 'graph', scopes: [permission] });
    expect(given.tenantId).toBe(tenant);
  });

  it('without a permission says which one is missing', async () => {
    const { run } = cli({ token: { accessToken: token({ scp: 'Directory.AccessAsUser.All' }), tenant } });
    const identity = await azureCliIdentity(run, clouds.global);
    await expect(identity.getToken({ audience: 'graph', scopes: ['Policy.Read.All'] })).rejects.toMatchObject(
      {
        code: 'access-denied',
        missing: 'Policy.Read.All (Microsoft Graph, admin consent)',
      },
    );
  });

  it('never repeats what the CLI said, as that may hold anything', async () => {
    const { run } = cli({ token: `Traceback\naccess_token=${token()}` });
    const error: unknown = await azureCliIdentity(run, clouds.global).catch((caught: unknown) => caught);
    expect(String(error)).not.toContain('eyJ');
  });
});

describe('finding the Azure CLI', () => {
  const system = (platform: NodeJS.Platform, path: string, ...files: string[]) => ({
    platform,
    path,
    isExecutable: async (file: string) => files.includes(file),
  });

  it('takes the first of PATH', async () => {
    const found = await findAzureCli(system('linux', `/opt/bin${delimiter}/usr/bin`, '/usr/bin/az'));
    expect(found).toEqual({ file: '/usr/bin/az', before: [] });
  });

  it('never looks into the current folder', async () => {
    expect(
      await findAzureCli(system('linux', `.${delimiter}${delimiter}bin`, 'az', './az', 'bin/az')),
    ).toBeNull();
    expect(await findAzureCli(system('win32', '.;wbin', '.\\az.cmd', 'wbin\\az.cmd'))).toBeNull();
  });

  it('calls the Python beside az.cmd on Windows, as no batch file starts without a shell', async () => {
    const folder = 'C:\\Program Files\\Microsoft SDKs\\Azure\\CLI2';
    const found = await findAzureCli(
      system('win32', `C:\\Windows;${folder}\\wbin\\`, `${folder}\\wbin\\az.cmd`, `${folder}\\python.exe`),
    );
    expect(found).toEqual({ file: `${folder}\\python.exe`, before: ['-IBm', 'azure.cli'] });
  });
});

describe.skipIf(process.platform === 'win32')('running the Azure CLI', () => {
  async function pathWith(script: string) {
    const folder = temporaryFolder();
    await writeFile(join(folder, 'az'), `#!/bin/sh\n${script}\n`);
    await chmod(join(folder, 'az'), 0o755);
    return azureCli({
      platform: 'linux',
      path: folder,
      isExecutable: async (file) => file === join(folder, 'az'),
    });
  }

  it('hands its arguments over as they are', async () => {
    const run = await pathWith('printf "%s|" "$@"; echo warned >&2; exit 3');
    expect(await run(['account', '$(id)', 'a b', '"', ';', '&'])).toEqual({
      exitCode: 3,
      stdout: 'account|$(id)|a b|"|;|&|',
      stderr: 'warned\n',
    });
  });

  it('is stopped when nobody waits any more', async () => {
    const run = await pathWith('sleep 30');
    const stop = new AbortController();
    const running = run(['account', 'show'], stop.signal);
    stop.abort();
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('is missed by name where it is not installed', async () => {
    const run = azureCli({ platform: 'linux', path: '/usr/bin', isExecutable: async () => false });
    await expect(run(['account', 'show'])).rejects.toMatchObject({
      code: 'not-here',
      message: expect.stringContaining('Azure CLI was not found'),
    });
  });
});
