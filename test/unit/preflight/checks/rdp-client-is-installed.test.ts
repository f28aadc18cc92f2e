import { expect, it } from 'vitest';
import { rdpClientIsInstalled } from '../../../../shared/preflight/checks/rdp-client-is-installed';
import { aPc, type Case, problem, verdictOf } from '../builders';
import { freerdp2, freerdp3, mstsc } from '../connection-builders';

const linux = aPc({ os: 'linux', build: null });
const installFreerdp =
  'do: Install FreeRDP 3 built with Entra ID sign-in (package freerdp3-x11 or freerdp3-sdl).';

it.each<Case>([
  [
    'mstsc on Windows',
    { rdpClients: [mstsc], thisPc: aPc() },
    { status: 'pass', found: 'Found Remote Desktop Connection 10.0.26100.4652.' },
  ],
  [
    'FreeRDP 3 on Linux, where two routes are not offered',
    { rdpClients: [freerdp3, freerdp2], thisPc: linux },
    {
      status: 'pass',
      found: 'Found FreeRDP 3.30.1, FreeRDP 2.11.7.',
      routes: { 'web-account': 'pass', password: 'skip', 'bastion-client': 'skip', 'bastion-portal': 'pass' },
    },
  ],
  [
    'FreeRDP 2 on Linux',
    { rdpClients: [freerdp2], thisPc: linux },
    {
      status: 'fail',
      found:
        'Found FreeRDP 2.11.7. None of it can do: passwordless. FreeRDP 2 cannot sign in with a web account.',
      remedies: [installFreerdp],
      routes: { 'web-account': 'fail', password: 'skip', 'bastion-client': 'skip', 'bastion-portal': 'pass' },
    },
  ],
  [
    'nothing on Linux, where the browser still serves',
    { rdpClients: [], thisPc: linux },
    {
      status: 'fail',
      found: 'No RDP client was found on this PC.',
      remedies: [installFreerdp],
      routes: { 'web-account': 'fail', password: 'skip', 'bastion-client': 'skip', 'bastion-portal': 'pass' },
    },
  ],
  [
    'nothing on a Mac',
    { rdpClients: [], thisPc: aPc({ os: 'macos', build: null }) },
    {
      status: 'fail',
      found: 'No RDP client was found on this PC.',
      remedies: ['do: Install Windows App from the App Store.'],
      routes: { 'web-account': 'fail', password: 'skip', 'bastion-client': 'skip', 'bastion-portal': 'pass' },
    },
  ],
  [
    'nothing on Windows',
    { rdpClients: [], thisPc: aPc() },
    {
      status: 'fail',
      found: 'No RDP client was found on this PC.',
      remedies: ['do: Windows brings Remote Desktop Connection (mstsc.exe): ask for it to be restored.'],
      routes: { 'web-account': 'fail', password: 'fail', 'bastion-client': 'fail', 'bastion-portal': 'pass' },
    },
  ],
  [
    'a PC that could not be searched',
    { rdpClients: problem('unexpected', 'The programs could not be listed.', null) },
    { status: 'unknown', because: 'The programs could not be listed.' },
  ],
  [
    'a PC that has no programs',
    { rdpClients: problem('not-here', 'There are no programs here.') },
    { status: 'skip', because: 'There are no programs here.' },
  ],
])('%s', (_, known, expected) => {
  expect(verdictOf(rdpClientIsInstalled, known)).toEqual(expected);
});
