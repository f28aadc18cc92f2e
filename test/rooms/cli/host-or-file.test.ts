import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConnectPlan } from '../../../shared/launch/connect';
import { Report } from '../../../shared/preflight/report';
import { ErrorDocument, homeOfItsOwn, run, runJson } from './run';

let home: ReturnType<typeof homeOfItsOwn>;
beforeAll(() => {
  home = homeOfItsOwn();
});
afterAll(() => home.remove());

const file = (name: string, ...lines: string[]) => {
  const path = join(home.folder, name);
  writeFileSync(path, lines.join('\r\n'));
  return path;
};
const status = ({ results }: Report, id: string) => results.find((result) => result.id === id)?.status;

describe('a host name in place of a VM', () => {
  it('is judged with no set-up and nobody signed in', async () => {
    const { code, json } = await runJson(Report, 'preflight', 'nobody-has-this.invalid');
    expect([json.vm, json.account]).toEqual([
      { id: null, name: 'nobody-has-this.invalid', computerName: null },
      null,
    ]);
    expect([status(json, 'target-is-a-host-name'), status(json, 'vm-is-running')]).toEqual([
      'pass',
      'unknown',
    ]);
    expect(status(json, 'login-role-is-assigned')).toBe('unknown');
    expect([1, 2]).toContain(code);
  });

  it('is recommended no Azure Bastion, which finds a VM by its resource id', async () => {
    const { json } = await runJson(Report, 'preflight', 'nobody-has-this.invalid', '--demo');
    expect(status(json, 'target-name-resolves')).toBe('fail');
    expect([json.recommended, json.headline]).toEqual([
      null,
      expect.stringContaining('nobody-has-this.invalid does not resolve on this PC.'),
    ]);
    expect(json.routes.filter(({ closedBy }) => closedBy.includes('bastion-serves-the-vm'))).toHaveLength(2);
    expect(JSON.stringify(json.results.map(({ remedies }) => remedies))).not.toContain('Bastion');
    const { code, stdout } = await run('connect', 'nobody-has-this.invalid', '--demo');
    expect([code, stdout]).toEqual([1, expect.stringContaining('Nothing was started.')]);
  });

  it('may be a short one where nobody set up a sign-in that would know better', async () => {
    const { json } = await runJson(Report, 'preflight', 'nobody-has-this');
    expect(json.target?.address).toBe('nobody-has-this');
  });

  it('is told on the way that Azure was left out', async () => {
    const { stderr } = await run('preflight', 'nobody-has-this.invalid');
    expect(stderr).toContain('as a host name, without Azure');
  });

  it('that is an address closes the web account', async () => {
    const { json } = await runJson(Report, 'preflight', '127.0.0.1');
    expect(status(json, 'target-is-a-host-name')).toBe('fail');
  });

  it('is no way round a typing mistake', async () => {
    const { code } = await runJson(ErrorDocument, 'preflight', 'reddy-01', '--demo');
    expect(code).toBe(1);
  });
});

describe('an .rdp file in place of a VM', () => {
  it('gives the name, the port, the route and the user', async () => {
    const path = file('ready.rdp', 'full address:s:ready-01', 'server port:i:3389', 'enablerdsaadauth:i:1');
    const { code, json } = await runJson(Report, 'preflight', path, '--demo');
    expect([code, json.target]).toMatchObject([0, { address: 'ready-01', port: 3389 }]);
    expect(status(json, 'rdp-port-answers')).toBe('pass');
    expect(status(json, 'vm-is-running')).toBe('unknown');
  });

  it('asks at its own port, unless another is insisted on', async () => {
    const path = file('other-port.rdp', 'full address:s:ready-01:4000', 'enablerdsaadauth:i:1');
    const { code, json } = await runJson(Report, 'preflight', path, '--demo');
    expect([code, json.target?.port, status(json, 'rdp-port-answers')]).toEqual([1, 4000, 'fail']);
    const insisted = await runJson(Report, 'preflight', path, '--demo', '--port', '3389');
    expect([insisted.code, insisted.json.target?.port]).toEqual([0, 3389]);
  });

  it('is judged by the route it takes: exit code 2 where that one could not be told', async () => {
    const path = file('password.rdp', 'full address:s:ready-01', 'enablerdsaadauth:i:0');
    const { code, json } = await runJson(Report, 'preflight', path, '--demo');
    const password = json.routes.find(({ id }) => id === 'password');
    expect([code, password?.state]).toEqual([2, 'unknown']);
  });

  it('of any encoding works with nobody signed in', async () => {
    const path = join(home.folder, 'fixture.RDP');
    copyFileSync('test/fixtures/rdp-files/other-port.rdp', path);
    const { json } = await runJson(Report, 'preflight', path);
    expect(json.target).toMatchObject({ address: 'ready-01.corp.contoso.example', port: 3390 });
  });

  it('says so where it names two computers', async () => {
    const path = file('two.rdp', 'full address:s:ready-01', 'alternate full address:s:stopped-01');
    const { stderr } = await run('preflight', path, '--demo');
    expect(stderr).toMatch(/names two computers: stopped-01, which clients take, and ready-01/);
  });

  it('can be connected to, by the way and as whom it says', async () => {
    const path = file(
      'go.rdp',
      'full address:s:ready-01',
      'enablerdsaadauth:i:1',
      'username:s:x@contoso.example',
    );
    const { code, json } = await runJson(ConnectPlan, 'connect', path, '--demo', '--dry-run');
    expect([code, json.route, json.report.target?.address]).toEqual([0, 'web-account', 'ready-01']);
  });

  it.each([
    ['is not there', () => join(home.folder, 'none.rdp'), 1, 'not-found'],
    [
      'is a folder',
      () => (mkdirSync(join(home.folder, 'folder.rdp')), join(home.folder, 'folder.rdp')),
      1,
      'unreadable',
    ],
    ['names no computer', () => file('empty.rdp', 'username:s:lin'), 64, 'invalid-request'],
    ['is too large', () => file('large.rdp', 'x'.repeat(2_000_000)), 1, 'unreadable'],
  ] as const)('that %s gets a named error', async (_, make, exit, name) => {
    const { code, json } = await runJson(ErrorDocument, 'preflight', make(), '--demo');
    expect([code, json.error.code]).toEqual([exit, name]);
  });
});
