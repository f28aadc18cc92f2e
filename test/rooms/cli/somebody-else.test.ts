import { afterAll, beforeAll, expect, it } from 'vitest';
import { Report } from '../../../shared/preflight/report';
import { ErrorDocument, homeOfItsOwn, run, runJson } from './run';

let home: ReturnType<typeof homeOfItsOwn>;
beforeAll(() => {
  home = homeOfItsOwn();
});
afterAll(() => home.remove());

const hedy = ['--demo', '--demo-account', 'hedy@contoso.example'];
const judgedFor = (vm: string, username: string, ...words: string[]) =>
  runJson(Report, 'preflight', vm, '--for', username, ...(words.length ? words : hedy));
const status = ({ results }: Report, id: string) => results.find((result) => result.id === id)?.status;
const failing = ({ results }: Report) => results.filter((one) => one.status === 'fail').map(({ id }) => id);

it('judges the roles of the person asked for, not those of who asks', async () => {
  const { code, json } = await judgedFor('no-role-01', 'lin@contoso.example');
  expect([code, json.account, failing(json)]).toEqual([1, 'lin@contoso.example', ['login-role-is-assigned']]);
  const stopped = await judgedFor('stopped-01', 'lin@contoso.example');
  expect(failing(stopped.json)).toEqual(['vm-is-running', 'login-role-is-assigned']);
});

it('finds the role of somebody who holds it', async () => {
  const { json } = await judgedFor('ready-01', 'LIN@contoso.example');
  expect([failing(json), status(json, 'login-role-is-assigned')]).toEqual([[], 'pass']);
});

it('asks Conditional Access for that person', async () => {
  const asked = async (username: string) =>
    status((await judgedFor('ready-01', username)).json, 'per-user-mfa-is-off');
  expect(await asked('mae@contoso.example')).toBe('pass');
  const { json } = await judgedFor('ready-01', 'mae@contoso.example');
  expect(json.results.find(({ id }) => id === 'conditional-access-allows-the-route')).toEqual(
    expect.objectContaining({ found: expect.stringMatching(/mfa|second factor|multi-?factor/i) }),
  );
});

it('knows a guest', async () => {
  const { json } = await judgedFor('ready-01', 'guest_fabrikam.example#EXT#@contoso.example');
  expect(failing(json)[0]).toBe('account-is-not-a-guest');
});

it('says nothing of a PC it cannot see, nor of rights that are not theirs, and tells what would', async () => {
  const { json } = await judgedFor('ready-01', 'lin@contoso.example');
  for (const id of [
    'pc-build-supports-web-account',
    'rdp-client-is-installed',
    'pku2u-is-allowed',
    'password-is-permanent',
  ]) {
    const result = json.results.find((one) => one.id === id);
    expect([result?.status, result?.because]).toEqual(['unknown', expect.stringContaining('--evidence')]);
  }
  expect(status(json, 'bastion-rights')).toBe('unknown');
  const { stderr } = await run('preflight', 'ready-01', '--for', 'lin@contoso.example', ...hedy);
  expect(stderr).toContain('entra-rdp preflight ready-01 --save-evidence FILE');
});

it('names the permission where it is missing, and judges nothing by the wrong account', async () => {
  const { json } = await judgedFor('no-role-01', 'lin@contoso.example', '--demo');
  const role = json.results.find(({ id }) => id === 'login-role-is-assigned');
  expect([role?.status, role?.missing]).toEqual(['unknown', 'User.ReadBasic.All (Microsoft Graph)']);
  expect(failing(json)).toEqual([]);
});

it('does not know a stranger', async () => {
  const { code, json } = await runJson(
    ErrorDocument,
    'preflight',
    'ready-01',
    '--for',
    'eve@contoso.example',
    ...hedy,
  );
  expect([code, json.error]).toEqual([
    1,
    expect.objectContaining({ code: 'not-found', message: expect.stringContaining('eve@contoso.example') }),
  ]);
});
