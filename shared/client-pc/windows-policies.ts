import { numberIn, type RegistryValues, switchIn, textIn } from './registry-values';
import type { PcPolicies } from './this-pc';

const terminalServices = 'Software\\Policies\\Microsoft\\Windows NT\\Terminal Services';

/** The keys whose values decide what the RDP client may do. */
export const policyKeys = {
  pku2u: 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa\\pku2u',
  credentialsDelegation: 'HKLM\\Software\\Policies\\Microsoft\\Windows\\CredentialsDelegation',
  machineFiles: `HKLM\\${terminalServices}`,
  userFiles: `HKCU\\${terminalServices}`,
  client: `HKLM\\${terminalServices}\\Client`,
  launchNotice: 'HKCU\\Software\\Microsoft\\Terminal Server Client',
} as const;

export type PolicyKey = keyof typeof policyKeys;

/**
 * What the policies come to.
 * Source: the PKU2U security setting, CredSsp.admx, and the .rdp file policies (ADMX_TerminalServer), read
 * 2026-11-22.
 */
export function policiesFrom(values: Readonly<Record<PolicyKey, RegistryValues>>): PcPolicies {
  const { machineFiles, userFiles } = values;
  return {
    pku2uAllowed: switchIn(values.pku2u, 'AllowOnlineID'),
    remoteCredentialGuard: remoteCredentialGuardOf(values.credentialsDelegation),
    // Where both are set, the machine's policy wins.
    allowSignedFiles: switchIn(machineFiles, 'AllowSignedFiles') ?? switchIn(userFiles, 'AllowSignedFiles'),
    allowUnsignedFiles:
      switchIn(machineFiles, 'AllowUnsignedFiles') ?? switchIn(userFiles, 'AllowUnsignedFiles'),
    // Both lists count together.
    trustedThumbprints: [...new Set([...thumbprintsIn(machineFiles), ...thumbprintsIn(userFiles)])],
    redirectionWarningDialogVersion: numberIn(values.client, 'RedirectionWarningDialogVersion'),
    launchConsentAccepted: switchIn(values.launchNotice, 'RdpLaunchConsentAccepted'),
  };
}

/**
 * `RestrictedRemoteAdministration` turns the policy on; its type 1 asks for Restricted Admin, 2 for Remote
 * Credential Guard, 3 for either. `DisableRestrictedAdmin` is about connections to this PC, and not read.
 */
function remoteCredentialGuardOf(values: RegistryValues): boolean | null {
  const isOn = switchIn(values, 'RestrictedRemoteAdministration');
  if (isOn !== true) return isOn;
  return numberIn(values, 'RestrictedRemoteAdministrationType') !== 1;
}

/**
 * SHA-1 thumbprints, and since July 2026 SHA-256 ones behind `sha256:`; Windows ignores every other entry.
 * Source: manage-rdp-file-security-settings-with-group-policy of Microsoft Learn, text of 2026-07-14.
 */
function thumbprintsIn(values: RegistryValues): string[] {
  return (textIn(values, 'TrustedCertThumbprints') ?? '').split(/[,;\s]+/).flatMap((entry) => {
    const [, sha1, sha256] = /^(?:([0-9a-f]{40})|sha256:([0-9a-f]{64}))$/i.exec(entry) ?? [];
    return (sha1 ?? sha256)?.toUpperCase() ?? [];
  });
}
