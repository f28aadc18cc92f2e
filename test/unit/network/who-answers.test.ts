import { expect, it } from 'vitest';
import { formOfName } from '../../../shared/network/name-form';
import { whoAnswers } from '../../../shared/network/who-answers';
import { resolved, unresolved, whatServersSay } from '../preflight/connection-builders';

it.each([
  ['a server', { '10.0.0.4': ['10.1.0.5'] }, [], ['10.1.0.5'], 'servers', []],
  ['the hosts file', { '10.0.0.4': 'ENOTFOUND' }, ['10.1.0.5'], ['10.1.0.5'], 'hosts-file', []],
  [
    'the hosts file, as a server does',
    { '10.0.0.4': ['10.1.0.5'] },
    ['10.1.0.5'],
    ['10.1.0.5'],
    'hosts-file',
    [],
  ],
  ['something else', { '10.0.0.4': 'ENOTFOUND' }, [], ['10.1.0.5'], 'elsewhere', []],
  ['nobody', { '10.0.0.4': 'ENOTFOUND' }, [], [], 'nobody', []],
  ['nobody, though a server knows', { '10.0.0.4': ['10.1.0.5'] }, [], [], 'nobody', ['10.1.0.5']],
  ['one of two servers', { a: ['10.1.0.5'], b: ['10.1.0.9'] }, [], ['10.1.0.5'], 'servers', ['10.1.0.9']],
  ['another spelling', { a: ['2001:db8::5'] }, [], ['2001:0db8:0::5'], 'servers', []],
] as const)('%s', (_, servers, hosts, system, source, onlyFromServers) => {
  const behind = whatServersSay('WEB-01', servers, hosts);
  const resolution = system.length ? resolved('WEB-01', ...system) : unresolved('WEB-01');
  expect(whoAnswers(behind, resolution)).toMatchObject({ source, onlyFromServers });
});

it('says what each server says', () => {
  const servers = {
    a: ['10.1.0.5'],
    b: 'ENOTFOUND',
    c: 'ENODATA',
    d: 'ETIMEOUT',
    e: 'ECONNREFUSED',
  };
  expect(whoAnswers(whatServersSay('WEB-01', servers), unresolved('WEB-01')).servers).toBe(
    'a says 10.1.0.5; b knows no such name; c knows the name, but no address of it; d did not answer; e could not say (ECONNREFUSED)',
  );
});

it('names the longer name a suffix made', () => {
  const behind = {
    ...whatServersSay('web-01', {}),
    answers: whatServersSay('web-01.corp.example', { a: ['10.1.0.5'] }).answers,
  };
  expect(whoAnswers(behind, unresolved('web-01')).servers).toBe('a says 10.1.0.5 (of web-01.corp.example)');
});

it.each([
  ['web-01', 'short'],
  ['web-01.', 'short'],
  ['web-01.corp.example', 'full'],
  ['web-01.westeurope.cloudapp.azure.com', 'public-label'],
  ['web-01.chinaeast2.cloudapp.chinacloudapi.cn.', 'public-label'],
  ['web-01.x1y2.ax.internal.cloudapp.net', 'azure-internal'],
])('%s is a name of the form %s', (name, form) => {
  expect(formOfName(name)).toBe(form);
});
