import { bastionOnly, closed, type Scenario, scenario, withoutWebAccount } from './scenario';

const notFound = 'AADSTS293004: the target-device identifier was not found in the tenant';
const unregistered = { cause: 'name-never-registered', open: withoutWebAccount } as const;

/** The name the client is given, and the way to the VM. */
export const namesAndNetwork: readonly Scenario[] = [
  scenario('01-fqdn-in-place-of-short-name', notFound, {
    words: ['--address', 'ready-01.corp.contoso.example'],
    tells: [
      'target-name-is-registered',
      'fail',
      'knows this VM as ready-01',
      'ready-01.corp.contoso.example',
      'two names',
    ],
    ...unregistered,
  }),
  scenario('02-resource-name-in-place-of-computer-name', notFound, {
    vm: 'ready-long-resource-name-02',
    words: ['--address', 'ready-long-resource-name-02'],
    tells: ['target-name-is-registered', 'fail', 'READY-02', 'the name of the VM in Azure'],
    ...unregistered,
  }),
  scenario('02-resource-name-in-place-of-computer-name', 'nothing: we write the computer name', {
    vm: 'ready-long-resource-name-02',
    tells: ['target-name-is-registered', 'pass', 'READY-02'],
  }),
  scenario('04-address-cut-at-its-first-dot', 'AADSTS293004 that names 10', {
    words: ['--address', '10'],
    tells: ['target-is-a-host-name', 'fail', '10 is an IP address', '0.0.0.10'],
    fails: ['target-is-a-host-name', 'target-resolves-to-the-vm'],
    open: closed,
  }),
  scenario('05-public-dns-label', notFound, {
    vm: 'jump-public-01',
    words: ['--address', 'jump-public-01.westeurope.cloudapp.azure.com'],
    tells: ['target-name-is-registered', 'fail', 'knows this VM as jump-public-01', 'the public DNS label'],
    ...unregistered,
  }),
  scenario('06-address-in-place-of-name', 'error 0x1080 of the RDP client', {
    words: ['--address', '10.1.0.4'],
    tells: ['target-is-a-host-name', 'fail', '10.1.0.4 is an IP address'],
    open: ['password'],
  }),
  scenario('32-name-does-not-resolve', "Remote Desktop can't find the computer", {
    tells: ['target-name-resolves', 'fail', 'ready-01 does not resolve'],
    cause: 'not-on-the-vms-network',
    open: bastionOnly,
  }),
  scenario('33-vm-stopped', "This computer can't connect to the remote computer", {
    tells: ['vm-is-running', 'fail', 'ready-01 is stopped'],
    cause: 'vm-stopped',
    open: closed,
  }),
  scenario('33-port-closed', "This computer can't connect to the remote computer", {
    tells: ['rdp-port-answers', 'fail', '10.1.0.4:3389', 'refused'],
    cause: 'rdp-does-not-answer',
    open: bastionOnly,
  }),
  scenario('33-other-port', "This computer can't connect to the remote computer", {
    tells: ['rdp-port-answers', 'fail', '10.1.0.4:3389', 'refused'],
    cause: 'rdp-does-not-answer',
    open: bastionOnly,
  }),
  scenario('33-other-port', 'nothing, where the port is given', {
    words: ['--port', '3390'],
    tells: ['rdp-port-answers', 'pass', '10.1.0.4:3390'],
  }),
  scenario('33-packets-dropped', "This computer can't connect to the remote computer", {
    tells: ['rdp-port-answers', 'fail', '10.1.0.250:3389', 'did not answer'],
    cause: 'not-on-the-vms-network',
    open: bastionOnly,
  }),
  scenario('33-silent-port', "This computer can't connect to the remote computer", {
    tells: ['rdp-port-answers', 'fail', '10.1.0.4:3389', 'it said nothing'],
    cause: 'rdp-does-not-answer',
    open: bastionOnly,
  }),
  scenario('33-another-service', "This computer can't connect to the remote computer", {
    tells: ['rdp-port-answers', 'fail', '10.1.0.4:3389', 'SSH-2.0-OpenSSH'],
    cause: 'rdp-does-not-answer',
    open: bastionOnly,
  }),
  scenario('43-server-declines-entra-sign-in', 'authentication_result -2146893048', {
    tells: ['rdp-server-offers-entra-sign-in', 'warn', 'declines', 'HYBRID'],
  }),
  scenario('46-bastion-basic', 'Bastion Host SKU must be Standard or Premium', {
    tells: ['bastion-allows-entra', 'fail', 'bas-prod', 'Basic'],
    open: ['web-account', 'password', 'bastion-portal'],
  }),
  scenario('46-bastion-without-native-client', 'Native Client must be enabled', {
    tells: ['bastion-allows-entra', 'fail', 'bas-prod', 'native client off'],
    open: ['web-account', 'password', 'bastion-portal'],
  }),
  scenario('46-bastion-developer', 'Bastion Host SKU must be Standard or Premium', {
    tells: ['bastion-allows-entra', 'fail', 'bas-prod', 'Developer'],
    open: ['web-account', 'password'],
  }),
  scenario('47-bastion-by-address', 'AAD login is not supported for IP Connect scenarios', {
    words: ['--address', '10.1.0.4'],
    tells: ['target-is-a-host-name', 'fail', '10.1.0.4'],
    open: ['password'],
  }),
];
