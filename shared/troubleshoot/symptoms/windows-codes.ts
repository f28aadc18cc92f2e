import { extensionFailures } from '../../azure/extension-failure-table';
import { type KnownSymptom, symptomsOf } from '../known-symptom';

const checkNetwork = 'Check network, DNS and proxy of the computer that shows it.';
const dsregcmd = 'https://learn.microsoft.com/entra/identity/devices/troubleshoot-device-dsregcmd';

/** HRESULT and NTSTATUS values, signed as Windows prints them. */
const statusSymptoms = symptomsOf('windows', { source: dsregcmd, asOf: '2026-11-22' }, [
  [
    [-1073741715, -1073741718, -1073741724],
    'User name or password was refused, or Windows does not know the account: with NTLM in the log the sign-in never reached Entra ID.',
    'Sign in with a web account, or write the user name as AzureAD\\user@domain.com from a PC of the same tenant.',
    'pc-is-joined-or-registered',
  ],
  [
    -1073741714,
    'A restriction of the account refuses the sign-in.',
    'Ask your admin.',
    'conditional-access-allows-the-route',
  ],
  [
    [-1073741276, -1073741711],
    'The password has expired or must be changed.',
    'Sign in to https://portal.azure.com in a browser, set a new password, and try again.',
    'password-is-permanent',
  ],
  [
    -1073741260,
    'The account is locked after too many attempts.',
    'Wait, or ask your admin to unlock it.',
    null,
  ],
  [-1073741710, 'The account is disabled.', 'Ask your admin to enable it.', null],
  [
    -1073741729,
    'Windows could not find out how this account signs in.',
    checkNetwork,
    'pc-has-a-refresh-token',
  ],
  [
    [-1073741252, -1073741634, -1073741628, -1073741616],
    'Windows could not reach Entra ID.',
    checkNetwork,
    'vm-reaches-entra-endpoints',
  ],
  [
    [-1073445812, -1073445822],
    'Entra ID did not accept the user name.',
    'Write it as user@domain.com.',
    'account-is-in-the-vms-tenant',
  ],
  [
    -2146893048,
    'The VM did not accept the token: as a rule the client was given another name than the VM is registered by.',
    'Connect to the host name that Entra ID has for the VM.',
    'target-name-is-registered',
  ],
  [
    [-895352820, -894893994],
    'Windows could not sign in for you without asking, and could not ask.',
    'Sign in once in a browser or an Office app, agree, and try again.',
    'pc-has-a-refresh-token',
  ],
  [
    [-894947614, -894947586, -894947441, -894947587],
    'Windows could not reach Entra ID to renew your sign-in.',
    checkNetwork,
    'pc-has-a-refresh-token',
  ],
  [
    -895352829,
    'Entra ID refused to renew your sign-in.',
    'Lock Windows, unlock it with your password, and try again.',
    'pc-has-a-refresh-token',
  ],
  [
    -2147216602,
    'The task that joins the VM to Entra ID is switched off (Automatic-Device-Join).',
    'Enable the task in Task Scheduler under Microsoft\\Windows\\Workplace Join.',
    'login-extension-succeeded',
  ],
  [
    [12002, 12007, 12029, 12030],
    'The proxy or network did not let Windows through.',
    checkNetwork,
    'vm-reaches-entra-endpoints',
  ],
  [
    [50331756, 50331748, 267],
    "Microsoft's client for the Mac could not keep a session through Azure Bastion.",
    'Connect directly, or open the session in the browser from the Azure portal.',
    'bastion-allows-entra',
  ],
]);

/** What AADLoginForWindows and the device registration behind it print. */
const extensionSymptoms: readonly KnownSymptom[] = extensionFailures.flatMap(
  ({ code, name, cause, remedy, source, asOf }) =>
    code === null
      ? []
      : [
          {
            id: `extension-${code}`,
            cause: code < 0 ? `${name}: ${cause}` : cause,
            remedy,
            help: 'login-extension-succeeded',
            codes: [{ kind: code < 0 ? 'windows' : 'extension', value: code }],
            words: [name],
            source,
            asOf,
          },
        ],
);

const wrapper = symptomsOf(
  'extension',
  {
    source: 'https://learn.microsoft.com/entra/identity/devices/howto-vm-sign-in-azure-ad-windows',
    asOf: '2025-12-01',
  },
  [
    [
      1007,
      'The VM extension failed; this number only says so.',
      'Look in the same message for “Exit code”: that one tells why.',
      'login-extension-succeeded',
    ],
  ],
);

export const windowsSymptoms: readonly KnownSymptom[] = [...statusSymptoms, ...extensionSymptoms, ...wrapper];
