import { describe, expect, it } from 'vitest';
import { parseList } from '../../../../main/profiles/batch/parse-list';
import { planRows } from '../../../../shared/profiles/batch/plan-rows';
import { createRecipes } from '../../../../shared/profiles/batch/recipes';
import type { PlacesOptions } from '../../../../shared/profiles/batch/row-places';
import { createVmIndex } from '../../../../shared/profiles/batch/vm-index';
import { listedVm } from '../../../support/listed-vms';
import { templateOf } from '../../../support/templates';

const vms = [
  listedVm('web-01', { tags: { team: 'web' } }),
  listedVm('web-02', { computerName: 'SHOP' }),
  listedVm('shop'),
  listedVm('twin', { group: 'rg-a' }),
  listedVm('twin', { group: 'rg-b', computerName: 'OTHER' }),
  listedVm('linux-01', { osType: 'Linux' }),
  listedVm('nameless', { computerName: null }),
  listedVm('stopped', { powerState: 'deallocated', loginExtension: null, hasSystemAssignedIdentity: false }),
  listedVm('failing', { loginExtension: 'Failed' }),
];
const templates = [
  templateOf('finance', ['redirectclipboard:i:1'], { name: 'Finance VMs' }),
  templateOf('by-password', [], { route: 'password' }),
  templateOf('web', ['redirectprinters:i:1', 'username:s:eve'], {
    appliesTo: { level: 'tag', tag: 'team', value: 'web' },
  }),
];

function plan(text: string, rest: Partial<PlacesOptions & { template: string; route: 'password' }> = {}) {
  return planRows(parseList(text).rows, {
    vms: createVmIndex(vms, 'Fabrikam was not read.'),
    recipeFor: createRecipes(templates),
    template: null,
    route: null,
    layout: 'folder-per-user',
    reserved: ['manifest.csv'],
    ...rest,
  });
}

const only = (text: string, rest = {}) => plan(text, rest)[0];
const filesOf = (text: string, rest = {}) => plan(text, rest).map(({ file }) => file);

describe('a row', () => {
  it.each([
    ['its name', 'WEB-01', 'WEB-01'],
    ["a computer name nobody's VM is called by", 'other', 'OTHER'],
    ['a VM’s own name before a computer name', 'shop', 'SHOP'],
    [
      'its resource id',
      listedVm('web-02').id.toUpperCase().replace('VIRTUALMACHINES', 'virtualMachines'),
      'SHOP',
    ],
    [
      'a link to the portal',
      `https://portal.azure.com/#@x/resource${listedVm('web-02').id}/overview`,
      'SHOP',
    ],
  ])('finds its VM by %s', (_, vm, address) => {
    expect(only(`vm\n${vm}`)).toMatchObject({ address, problem: null });
  });

  it.each([
    [
      'nobody',
      'No virtual machine is called nobody among the 9 virtual machines your account sees. Fabrikam was not read.',
    ],
    ['web-03', 'Did you mean web-01 or web-02?'],
    [
      'twin',
      '2 virtual machines are called twin. Write the resource id of the one you mean: /subscriptions/',
    ],
    ['linux-01', 'runs Linux'],
    ['nameless', 'does not say the computer name'],
    ['../../evil', 'neither the name of a virtual machine'],
    ['""', 'No VM is named in this line'],
    [listedVm('gone').id, 'gone is not among the 9 virtual machines'],
  ])('tells what is wrong with the VM %s', (vm, problem) => {
    expect(only(`vm,user\n${vm},ada@x.y`)).toMatchObject({
      problem: expect.stringContaining(problem),
      file: null,
      make: null,
    });
  });

  it.each([
    ['user', '=cmd|calc', 'is not a user name'],
    ['user', 'ada', '“ada” is no account of Entra ID'],
    ['user', 'CONTOSO\\ada', 'refuses any other. Write user@domain.com.'],
    ['user', 'AzureAD\\ada', '“ada” is no account of Entra ID'],
    ['route', 'bastion-client', 'makes its own file for each connection'],
    ['route', 'rdp', '“rdp” is no route'],
    ['template', 'finanse', 'There is no template “finanse” in the library. Did you mean finance?'],
    ['out', '../a', 'would lead out'],
    ['out', 'manifest.csv/a', 'the batch itself writes manifest.csv'],
    ['full address', '10.0.0.4', "a web account needs the VM's host name"],
    ['full address', 'web 01', 'neither a host name nor an IP address'],
    ['server port', '0', 'names no port'],
    ['server port', '99999', 'names no port'],
    ['redirectclipboard', 'yes', 'takes 0'],
  ])('tells what is wrong with its %s %s', (column, value, problem) => {
    expect(only(`vm,${column}\nweb-02,${value}`)).toMatchObject({
      problem: expect.stringContaining(problem),
    });
  });

  it.each([
    ['stopped', ['stopped is deallocated', 'was not seen on stopped', 'no system-assigned identity']],
    ['failing', ['says Failed']],
    ['web-01', []],
  ])('warns of what keeps people from signing in: %s', (vm, warnings) => {
    const found = only(`vm\n${vm}`)?.warnings ?? [];
    expect(found).toHaveLength(warnings.length);
    for (const [index, text] of warnings.entries()) expect(found[index]).toContain(text);
  });

  it('takes its route from its cell, the list, the template and the product, in this order', () => {
    const route = (cells: string, rest = {}) => only(`vm,route,template\nweb-02,${cells}`, rest)?.route;
    expect(route('Web-Account,by-password', { route: 'password' })).toBe('web-account');
    expect(route(',', { route: 'password' })).toBe('password');
    expect(route(',by-password')).toBe('password');
    expect(route(',', { template: 'by-password' })).toBe('password');
    expect(route(',')).toBe('web-account');
  });

  it('insists on a host and a port', () => {
    const row = only('vm,full address,server port,username\nweb-02,shop.corp.example,3390,AzureAD\\ada@x.y');
    expect(row?.make).toMatchObject({ address: 'shop.corp.example', port: 3390, username: 'ada@x.y' });
    expect(only('vm,full address\nweb-02,shop.corp.example:3391')?.make).toMatchObject({
      address: 'shop.corp.example',
      port: 3391,
    });
  });

  it('says what the opening dialog asks for, by every layer of its template', () => {
    const asks = (text: string) => only(text)?.asks;
    expect(asks('vm\nweb-02')).toEqual([]);
    expect(asks('vm,template\nweb-02,Finance VMs')).toEqual(['Clipboard']);
    expect(asks('vm,template\nweb-01,finance')).toEqual(['Clipboard', 'Printers']);
    expect(asks('vm,template,redirectclipboard\nweb-01,finance,0')).toEqual(['Printers']);
    expect(only('vm\nweb-01')?.make?.recipe.notes).toEqual([
      expect.stringContaining('“username” follows from'),
    ]);
  });
});

describe('files', () => {
  it('lie in a folder a user, in any letter case, and at the top without one', () => {
    expect(filesOf('vm,user\nweb-01,Ada@x.y\nweb-02,ada@X.Y\nshop,lin@x.y\nshop,')).toEqual([
      'Ada@x.y/web-01.rdp',
      'Ada@x.y/web-02.rdp',
      'lin@x.y/shop.rdp',
      'shop.rdp',
    ]);
    expect(filesOf('vm,user\nweb-01,ada@x.y\nweb-01,lin@x.y', { layout: 'one-folder' })).toEqual([
      'web-01.rdp',
      'web-01-2.rdp',
    ]);
    expect(plan('vm,user,out\nweb-01,ada@x.y,a/b\nweb-01,,', { layout: 'zip-per-user' })).toMatchObject([
      { file: 'ada@x.y.zip', entry: 'a/b.rdp' },
      { file: 'web-01.rdp', entry: null },
    ]);
  });

  it('of the same name are told apart, in the order of the list, and those asked for come first', () => {
    const [a, b] = ['rg-a', 'rg-b'].map((group) => listedVm('twin', { group }).id);
    const rows = plan(`vm,out\n${a},\n${b},\nweb-01,TWIN.rdp\n`);
    expect(rows.map(({ file }) => file)).toEqual(['twin-2.rdp', 'twin-3.rdp', 'TWIN.rdp']);
    expect(rows[0]?.warnings).toEqual(['It is called twin-2.rdp, as line 4 makes TWIN.rdp.']);
  });

  it('of one VM, user and route are one file when they say the same, and a problem when they do not', () => {
    const rows = plan('vm,user,audiomode\nweb-02,ada@x.y,1\nWEB-02,ADA@x.y,1\nweb-02,ada@x.y,2\n');
    expect(rows.map(({ file }) => file)).toEqual(['ada@x.y/web-02.rdp', 'ada@x.y/web-02.rdp', null]);
    expect(rows[1]?.warnings).toEqual(['It is the same file as that of line 2.']);
    expect(rows[2]?.problem).toContain('Line 2 makes another file of that place');
    const same = plan('vm,user\nweb-02,ada@x.y\nWEB-02,ada@x.y\n');
    expect(same.map(({ file }) => file)).toEqual(['ada@x.y/web-02.rdp', 'ada@x.y/web-02.rdp']);
    expect(same[1]?.warnings).toEqual(['It is the same file as that of line 2.']);
    const routes = plan('vm,user,route\nweb-02,ada@x.y,\nweb-02,ada@x.y,password\n');
    expect(routes.map(({ file }) => file)).toEqual(['ada@x.y/web-02.rdp', 'ada@x.y/web-02-2.rdp']);
  });

  it.each([
    ['vm,out\nweb-01,a\nweb-02,A.rdp', 'Line 2 makes another file of that place, a.rdp.'],
    ['vm,out\nweb-01,a.rdp/b\nweb-02,a', 'Line 2 makes another file of that place, a.rdp/b.rdp.'],
    ['vm,out\nweb-01,a\nweb-02,a.rdp/b', 'Line 2 makes another file of that place, a.rdp.'],
    ['vm,out\nweb-01,caf\u00e9\nweb-02,cafe\u0301', 'Line 2 makes another file'],
  ])('never share a place: %j', (text, problem) => {
    expect(plan(text)[1]?.problem).toContain(problem);
  });
});

it('judges 20,000 rows, most of them of nobody’s VM, with the nearest names for as many as are worth it', () => {
  const rows = plan(`vm\n${Array.from({ length: 20_000 }, (_, index) => `ghost-${index}`).join('\n')}`);
  expect(rows.every(({ problem }) => problem?.startsWith('No virtual machine is called'))).toBe(true);
});
