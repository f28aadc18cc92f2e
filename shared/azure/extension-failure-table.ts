/** What mends it, as the checks and the app group it. */
type ExtensionFailureKind =
  | 'directory'
  | 'duplicate-name'
  | 'identity'
  | 'name-too-long'
  | 'network'
  | 'operating-system'
  | 'settings'
  | 'tpm';

/** One way AADLoginForWindows, or the device registration it starts, is known to fail. */
export interface ExtensionFailure {
  /** Signed, as the extension prints it; null where only the message tells. */
  readonly code: number | null;
  readonly name: string;
  readonly kind: ExtensionFailureKind;
  readonly cause: string;
  readonly remedy: string;
  /** The words of the message, where it tells without a code. */
  readonly words?: RegExp;
  readonly source: string;
  readonly asOf: string;
}

const article = {
  source: 'https://learn.microsoft.com/entra/identity/devices/howto-vm-sign-in-azure-ad-windows',
  asOf: '2025-12-01',
} as const;
const hybridJoin = {
  source: 'https://learn.microsoft.com/entra/identity/devices/troubleshoot-hybrid-join-windows-current',
  asOf: '2026-11-22',
} as const;
const deviceManagement = {
  source: 'https://learn.microsoft.com/windows/client-management/azure-active-directory-integration-with-mdm',
  asOf: '2026-11-22',
} as const;
const reports = { source: 'https://github.com/MicrosoftDocs/azure-docs/issues', asOf: '2026-11-22' } as const;

const checkEndpoints =
  'Let the VM reach the Microsoft Entra endpoints over TCP 443, past its DNS, firewall and proxy, then install the extension again.';
const tryAgain = 'Wait some minutes, then install the extension again.';

/** Codes are data: each with its meaning, what to do, and where that is written. */
export const extensionFailures: readonly ExtensionFailure[] = [
  known(51, 'unsupported operating system', 'operating-system', article, {
    cause: 'The extension does not run on this version of Windows.',
    remedy: 'Use Windows Server 2019, Windows 10 1809 or newer, and remove the extension from this VM.',
  }),
  known(50, 'unsupported operating system', 'operating-system', issue('60658'), {
    cause: 'The extension does not run on this version of Windows, as was seen on Windows Server 2016.',
    remedy: 'Use Windows Server 2019, Windows 10 1809 or newer, and remove the extension from this VM.',
  }),
  known(-2145648574, 'DSREG_E_MSI_TENANTID_UNAVAILABLE', 'identity', article, {
    cause: 'The VM could not learn its tenant from its managed identity.',
    remedy:
      'Switch on the system-assigned identity and let the VM reach the metadata service at 169.254.169.254, then install the extension again.',
  }),
  known(-2145648607, 'DSREG_AUTOJOIN_DISC_FAILED', 'network', article, {
    cause: 'The VM could not reach the device registration service of Microsoft Entra ID.',
    remedy: checkEndpoints,
  }),
  {
    ...known(-2145648509, 'error_hostname_duplicate', 'duplicate-name', article, {
      cause: 'Another device of this tenant already has the host name of the VM.',
      remedy:
        'Delete the other device if it is a leftover, or give this VM another computer name, then install the extension again.',
    }),
    words: /error_hostname_duplicate|same value for property hostnames|hostname is already used/i,
  },
  known(-2145648639, 'DSREG_E_DEVICE_MESSAGE_FORMAT_ERROR', 'name-too-long', issue('58290'), {
    cause:
      'Device registration did not accept what the VM sent. Older versions of the extension did so when the name of the VM resource had more than 15 characters.',
    remedy: 'Remove the extension and install its current version; else use a VM name of 15 characters.',
  }),
  {
    code: null,
    name: 'mdmId setting missing',
    kind: 'settings',
    cause: 'The extension was installed with settings that lack mdmId.',
    remedy:
      'Install it again without settings, or with mdmId set: empty for no device management, 0000000a-0000-0000-c000-000000000000 for Intune.',
    words: /'mdmId' setting was not found/i,
    source: 'https://github.com/Azure/bicep-registry-modules/issues/6109',
    asOf: '2026-11-22',
  },
  known(-2145648611, 'DSREG_AUTOJOIN_ADCONFIG_READ_FAILED', 'directory', hybridJoin, {
    cause:
      'Windows looked for the hybrid-join settings of an Active Directory domain and could not read them.',
    remedy: 'A VM in a domain cannot use this extension: leave the domain, or remove the extension.',
  }),
  known(-2145648609, 'DSREG_AUTOJOIN_DISC_WAIT_TIMEOUT', 'network', hybridJoin, {
    cause: 'Finding the device registration service took too long.',
    remedy: checkEndpoints,
  }),
  known(-2145648579, 'DSREG_AUTOJOIN_USERREALM_DISCOVERY_FAILED', 'network', hybridJoin, {
    cause: 'The VM could not find out how this tenant signs people in.',
    remedy: checkEndpoints,
  }),
  known(-2145648582, 'DSREG_DISCOVERY_TENANT_NOT_FOUND', 'directory', hybridJoin, {
    cause: 'Device registration does not know the tenant the VM named.',
    remedy:
      'Check that the subscription belongs to the tenant you expect. If it was moved, switch the system-assigned identity off and on again.',
  }),
  known(-2145648603, 'DSREG_SERVER_BUSY', 'network', hybridJoin, {
    cause: 'Device registration was too busy to answer.',
    remedy: tryAgain,
  }),
  known(-2145648638, 'DSREG_E_DEVICE_AUTHENTICATION_ERROR', 'directory', hybridJoin, {
    cause: 'Device registration did not accept the identity the VM showed.',
    remedy: `${tryAgain} If it stays, the log on the VM holds the code of the server.`,
  }),
  known(-2145648637, 'DSREG_E_DEVICE_AUTHORIZATION_ERROR', 'directory', deviceManagement, {
    cause: 'The identity of the VM may not register devices in this tenant.',
    remedy: 'Ask an Entra administrator whether joining devices is restricted.',
  }),
  known(-2145648634, 'DSREG_E_DEVICE_INTERNALSERVICE_ERROR', 'directory', hybridJoin, {
    cause: 'Device registration had an error of its own.',
    remedy: `${tryAgain} If it stays, the log on the VM holds the code of the server.`,
  }),
  known(-2145648629, 'DSREG_E_DISCOVERY_REDIRECTION_NOT_TRUSTED', 'network', deviceManagement, {
    cause: 'The VM was sent to a registration service it does not trust, as an inspecting proxy does.',
    remedy: checkEndpoints,
  }),
  known(-2145648628, 'DSREG_E_DISCOVERY_FAILED', 'network', deviceManagement, {
    cause: 'The VM could not find the device registration service.',
    remedy: checkEndpoints,
  }),
  known(-2145648626, 'DSREG_E_DEVICE_REGISTRATION_QUOTA_EXCEEDED', 'directory', deviceManagement, {
    cause: 'No more devices may be registered: the quota is used up.',
    remedy: 'Ask an Entra administrator to remove old devices or to raise the quota.',
  }),
  known(-2145648625, 'DSREG_E_DEVICE_REQUIRES_REBOOT', 'settings', deviceManagement, {
    cause: 'Windows must restart before it can join.',
    remedy: 'Restart the VM, then install the extension again.',
  }),
  known(-2145648624, 'DSREG_E_DEVICE_AIK_VALIDATION_ERROR', 'tpm', deviceManagement, {
    cause: 'The key of the virtual TPM was not accepted.',
    remedy: tryAgain,
  }),
  known(-2145648623, 'DSREG_E_DEVICE_ATTESTATION_ERROR', 'tpm', deviceManagement, {
    cause: 'The virtual TPM could not prove itself.',
    remedy: tryAgain,
  }),
  known(-2145648622, 'DSREG_E_DISCOVERY_BAD_MESSAGE_ERROR', 'network', deviceManagement, {
    cause: 'What came back from device registration was not readable, as when a proxy answers instead.',
    remedy: checkEndpoints,
  }),
  known(-2145648621, 'DSREG_E_TENANTID_NOT_FOUND', 'identity', deviceManagement, {
    cause: 'The VM could not tell which tenant it belongs to.',
    remedy: 'Switch on the system-assigned identity, then install the extension again.',
  }),
  known(-2145648620, 'DSREG_E_USERSID_NOT_FOUND', 'directory', deviceManagement, {
    cause: 'Windows found no account to register the device for.',
    remedy: tryAgain,
  }),
  known(-2145647630, 'DSREG_E_DIRECTORY_FAILURE', 'directory', hybridJoin, {
    cause: 'The directory refused the device.',
    remedy: `${tryAgain} A device of the same name that is in the way also shows like this.`,
  }),
  ...(
    [
      [-2147012867, 'WININET_E_CANNOT_CONNECT', 'The VM could not connect to Microsoft Entra ID.'],
      [-2147012894, 'WININET_E_TIMEOUT', 'Microsoft Entra ID did not answer the VM in time.'],
      [-2147012889, 'WININET_E_NAME_NOT_RESOLVED', 'The DNS of the VM does not resolve the endpoints.'],
      [-2147012866, 'WININET_E_CONNECTION_ABORTED', 'The connection to Microsoft Entra ID was cut.'],
      [-2147012721, 'WININET_E_DECODING_FAILED', 'TLS failed: a proxy inspects it, or the clock is wrong.'],
      [-2147024883, 'E_INVALIDDATA', 'A proxy answered the VM in place of Microsoft Entra ID.'],
    ] as const
  ).map(([code, name, cause]) => known(code, name, 'network', hybridJoin, { cause, remedy: checkEndpoints })),
  ...(
    [
      [-2146893802, 'NTE_BAD_KEYSET', 'The TPM has no such key: the image was not generalised by Sysprep.'],
      [-2144795641, 'TPM_E_PCP_INTERNAL_ERROR', 'The virtual TPM had an internal error.'],
      [-2144862154, 'TPM_E_NOTFIPS', 'The TPM is in FIPS mode, which device registration does not support.'],
      [-2146893775, 'NTE_AUTHENTICATION_IGNORED', 'The TPM has locked itself after too many attempts.'],
    ] as const
  ).map(([code, name, cause]) =>
    known(code, name, 'tpm', hybridJoin, {
      cause,
      remedy: 'Make the VM from a generalised image, or clear its virtual TPM, then install again.',
    }),
  ),
];

function known(
  code: number,
  name: string,
  kind: ExtensionFailureKind,
  from: { readonly source: string; readonly asOf: string },
  { cause, remedy }: { readonly cause: string; readonly remedy: string },
): ExtensionFailure {
  return { code, name, kind, cause, remedy, ...from };
}

function issue(number: string): { source: string; asOf: string } {
  return { ...reports, source: `${reports.source}/${number}` };
}
