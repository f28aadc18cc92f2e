import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ConnectPlan } from '../../../shared/launch/connect';
import { readConnectLink } from '../../../shared/links/read-link';
import { Report } from '../../../shared/preflight/report';
import { ErrorDocument, homeOfItsOwn, run, runJson } from './run';

let home: ReturnType<typeof homeOfItsOwn>;
beforeAll(() => {
  home = homeOfItsOwn();
});
afterAll(() => home.remove());

const Made = z.object({ link: z.string() });
const linkTo = async (...words: string[]) => (await runJson(Made, 'link', ...words, '--demo')).json.link;

describe('link', () => {
  it('prints one that opens the app on the VM, and nothing else', async () => {
    const { code, stdout } = await run('link', 'READY-02', '--route', 'password', '--demo');
    expect(code).toBe(0);
    expect(readConnectLink(stdout)).toMatchObject({
      vmId: expect.stringMatching(/\/ready-long-resource-name-02$/),
      route: 'password',
      tenantId: expect.stringMatching(/^[\da-f-]{36}$/),
    });
  });

  it('is made of an id, too', async () => {
    const { vmId } = readConnectLink(await linkTo('ready-01'));
    expect(await linkTo(vmId)).toBe(await linkTo('ready-01'));
  });

  it.each([
    ['a VM that is not there', ['redy-01'], 1],
    ['a route that is none', ['ready-01', '--route', 'telnet'], 64],
    ['what can be no VM', ['a b|c'], 64],
  ])('is not made for %s', async (_, words, code) => {
    expect((await runJson(ErrorDocument, 'link', ...words, '--demo')).code).toBe(code);
  });
});

describe('a link in place of a VM', () => {
  it('brings its route along, which an option outweighs', async () => {
    const link = await linkTo('ready-01', '--route', 'password');
    const plan = await runJson(ConnectPlan, 'connect', link, '--dry-run', '--demo');
    expect([plan.code, plan.json.route, plan.json.report.vm.name]).toEqual([0, 'password', 'ready-01']);
    const other = await runJson(
      ConnectPlan,
      ...['connect', link, '--route', 'web-account', '--dry-run', '--demo'],
    );
    expect(other.json.route).toBe('web-account');
  });

  it('is judged as its VM is', async () => {
    const { code, json } = await runJson(Report, 'preflight', await linkTo('no-role-01'), '--demo');
    expect([code, json.vm.name]).toEqual([1, 'no-role-01']);
  });

  it.each([
    ['to another tenant', 'tenant=33333333-3333-4333-8333-333333333333', 'another tenant'],
    ['to another cloud', 'cloud=usgov', '--cloud usgov'],
  ])('%s says so', async (_, part, words) => {
    const link = (await linkTo('ready-01')).replace(/&tenant=[^&]*/, '');
    const { code, json } = await runJson(ErrorDocument, 'preflight', `${link}&${part}`, '--demo');
    expect([code, json.error.message]).toEqual([64, expect.stringContaining(words)]);
  });

  it.each([
    ['with a parameter nobody knows', 'entra-rdp://connect?vm=x&client=mstsc'],
    ['of another action', 'entra-rdp://setup?tenant=t'],
    ['that is torn', 'entra-rdp://conn'],
  ])('%s is refused', async (_, link) => {
    expect((await runJson(ErrorDocument, 'connect', link, '--dry-run', '--demo')).code).toBe(64);
  });
});
