import type { Source } from './check';

/** The texts behind the rules for the name, the network, this PC and Bastion. */
export const connectionSources = {
  webAccount: {
    url: 'https://learn.microsoft.com/windows/client-management/client-tools/connect-to-remote-aadj-pc',
    asOf: '2026-11-22',
  },
  rdpFiles: {
    url: 'https://learn.microsoft.com/windows-server/remote/remote-desktop-services/remotepc/understanding-security-warnings',
    asOf: '2026-04-07',
  },
  pku2u: {
    url: 'https://learn.microsoft.com/previous-versions/windows/it-pro/windows-10/security/threat-protection/security-policy-settings/network-security-allow-pku2u-authentication-requests-to-this-computer-to-use-online-identities',
    asOf: '2026-11-22',
  },
  refreshToken: {
    url: 'https://learn.microsoft.com/entra/identity/devices/troubleshoot-device-dsregcmd',
    asOf: '2026-11-22',
  },
  savedCredentials: {
    url: 'https://learn.microsoft.com/windows-server/administration/windows-commands/cmdkey',
    asOf: '2026-11-22',
  },
  securityLayers: {
    url: 'https://learn.microsoft.com/openspecs/windows_protocols/ms-rdpbcgr/b2975bdc-6d56-49ee-9c57-f2ff3a0b6817',
    asOf: '2026-11-22',
  },
  cannotConnect: {
    url: 'https://learn.microsoft.com/troubleshoot/windows-server/remote/troubleshoot-remote-desktop-disconnected-errors',
    asOf: '2026-11-22',
  },
  releaseHealth: {
    url: 'https://learn.microsoft.com/windows/release-health/windows11-release-information',
    asOf: '2026-11-22',
  },
  bastion: {
    url: 'https://learn.microsoft.com/azure/bastion/bastion-entra-id-authentication',
    asOf: '2026-08-11',
  },
} as const satisfies Record<string, Source>;
