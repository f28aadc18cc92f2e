import { bastionOnly, closed, type Scenario, scenario } from './scenario';

/** Answers that are empty, missing or wrong, and the two texts to judge by. */
export const answerScenarios: readonly Scenario[] = [
  scenario('input-instance-view-without-names', 'empty names in the instance view', {
    tells: ['vm-os-supports-entra-sign-in', 'pass', 'ready-01 runs at least Windows Server 2025'],
  }),
  scenario('input-image-and-names-missing', 'nothing says which Windows it is', {
    tells: ['vm-os-supports-entra-sign-in', 'unknown', 'which version ready-01 runs'],
  }),
  scenario('input-agent-reports-nothing', 'no agent status', {
    tells: ['vm-agent-is-ready', 'warn', 'no status at all'],
  }),
  scenario('input-device-without-physical-ids', 'a device that does not say whose it is', {
    tells: ['entra-device-exists', 'unknown', 'The device ready-01', 'not the resource id'],
  }),
  scenario('input-graph-without-permission', 'devices may not be read', {
    account: 'ned@contoso.example',
    tells: ['entra-device-exists', 'unknown', 'Device.Read.All'],
  }),
  scenario('input-graph-unavailable', 'Microsoft Graph answers 503', {
    tells: ['entra-device-exists', 'unknown', 'Graph'],
  }),
  scenario('input-dns-times-out', 'the DNS server does not answer', {
    tells: ['target-name-resolves', 'unknown', 'ready-01', 'ETIMEDOUT'],
    open: bastionOnly,
  }),
  scenario('input-dns-returns-loopback', 'the client reaches this PC', {
    tells: ['target-resolves-to-the-vm', 'fail', '127.0.0.1', 'this PC itself'],
    cause: 'name-leads-elsewhere',
    open: bastionOnly,
  }),
  scenario('input-dns-returns-another-vm', 'the client reaches a stranger', {
    tells: ['target-resolves-to-the-vm', 'fail', '10.1.0.5', 'ready-long-resource-name-02'],
    cause: 'name-leads-elsewhere',
    open: bastionOnly,
  }),
  scenario('baseline-server-2022', 'nothing: the text before December 2025 supports it', {
    vm: 'fin-app-01',
    words: ['--baseline', 'article'],
    tells: ['vm-os-supports-entra-sign-in', 'warn', 'Windows Server 2022 (20348.4405)', 'December 2025'],
  }),
  scenario('baseline-server-2022', 'no support by the text of December 2025', {
    vm: 'fin-app-01',
    words: ['--baseline', '2025-12'],
    tells: ['vm-os-supports-entra-sign-in', 'fail', 'Windows Server 2022 (20348.4405)', 'December 2025'],
    open: closed,
  }),
  scenario('baseline-server-2025', 'nothing, by either text', {
    words: ['--baseline', '2025-12'],
    tells: ['vm-os-supports-entra-sign-in', 'pass', 'Windows Server 2025'],
  }),
];
