import type { HelpTopicId } from '../../errors/help-topics';
import type { KnownSymptom } from '../known-symptom';

const signInToVm = {
  source: 'https://learn.microsoft.com/entra/identity/devices/howto-vm-sign-in-azure-ad-windows',
  asOf: '2025-12-01',
};
const joinedPc = {
  source: 'https://learn.microsoft.com/windows/client-management/client-tools/connect-to-remote-aadj-pc',
  asOf: '2026-11-22',
};
const rdpErrors = {
  source:
    'https://learn.microsoft.com/troubleshoot/windows-server/remote/troubleshoot-remote-desktop-disconnected-errors',
  asOf: '2026-11-22',
};
const singleSignOn = {
  source: 'https://learn.microsoft.com/troubleshoot/azure/virtual-desktop/troubleshoot-azure-ad-connections',
  asOf: '2026-11-22',
};
const bastion = {
  source: 'https://learn.microsoft.com/azure/bastion/bastion-entra-id-authentication',
  asOf: '2026-08-11',
};
const warnings = {
  source:
    'https://learn.microsoft.com/windows-server/remote/remote-desktop-services/remotepc/understanding-security-warnings',
  asOf: '2026-04-07',
};

const knownIssues = {
  source: 'https://learn.microsoft.com/windows/release-health/',
  asOf: '2026-11-22',
};

const askForRole =
  'Ask for Virtual Machine User Login or Virtual Machine Administrator Login on the VM. Owner and Contributor do not sign in to it.';
const onePasswordCause =
  'The password did not get through. Most often this PC is not joined or registered in the tenant of the VM; else the user name lacks AzureAD\\, PKU2U is off, the password is temporary, per-user MFA is on, or the extension was removed.';

/** What dialogs and messages say, in their own words, and what it means. */
export const dialogSymptoms: readonly KnownSymptom[] = [
  dialog('no-login-role', signInToVm, 'login-role-is-assigned', {
    words: [
      'Your account is configured to prevent you from using this device. For more info, contact your system administrator.',
    ],
    cause: 'You have no role that lets you sign in to this VM.',
    remedy: askForRole,
  }),
  dialog('credentials-did-not-work', signInToVm, 'pc-is-joined-or-registered', {
    words: [
      'Your credentials did not work.',
      'The credentials that were used to connect did not work. Please enter new credentials.',
    ],
    cause: onePasswordCause,
    remedy: 'Sign in with a web account, or run the pre-flight: it says which of them it is.',
  }),
  dialog('logon-attempt-failed', singleSignOn, 'pc-is-joined-or-registered', {
    words: ['The logon attempt failed'],
    cause: onePasswordCause,
    remedy: 'Sign in with a web account, or run the pre-flight: it says which of them it is.',
  }),
  dialog('incorrect-password', signInToVm, 'login-role-is-assigned', {
    words: ['The user name or password is incorrect. Try again.', 'Incorrect username or password'],
    cause:
      'User name or password was refused. Right after a role was given or the extension installed, it may not have arrived yet.',
    remedy: 'Check both. After a change wait ten minutes and open a new session.',
  }),
  dialog('sign-in-method-not-allowed', signInToVm, 'conditional-access-allows-the-route', {
    words: [
      "The sign-in method you're trying to use isn't allowed. Try a different sign-in method or contact your system administrator.",
    ],
    cause: 'A policy asks for multi-factor sign-in to the VM, and a password alone was used.',
    remedy: 'Sign in with a web account, or with Windows Hello for Business.',
  }),
  dialog('use-work-email', joinedPc, 'pc-is-joined-or-registered', {
    words: [
      'Remote machine is Microsoft Entra joined. If you are signing in to your work account, try using your work email address.',
      'Remote machine is AAD joined. If you are signing in to your work account, try using your work email address.',
    ],
    cause: 'The user name was written as DOMAIN\\user.',
    remedy: 'Write it as user@domain.com, or AzureAD\\user@domain.com where this PC is only registered.',
  }),
  dialog('security-error', singleSignOn, 'conditional-access-allows-the-route', {
    words: ["We couldn't connect to the remote PC because of a security error."],
    cause: 'A policy does not allow this way of signing in.',
    remedy:
      'Sign in with a web account; ask your admin about Conditional Access for Azure Windows VM Sign-In.',
  }),
  dialog('oops-sign-in-failed', singleSignOn, 'rdp-server-offers-entra-sign-in', {
    words: [
      'Oops, we couldn\'t connect to "Session Desktop". Sign in failed. Please check your username and password and try again.',
      'The remote machine is AADJ joined',
    ],
    cause: 'The client signed in with a password, which this VM takes from Windows PCs of its tenant only.',
    remedy: 'Switch the web account on (enablerdsaadauth:i:1).',
  }),
  dialog('not-authorized-for-remote-login', joinedPc, 'login-role-is-assigned', {
    words: [
      'The connection was denied because the user account is not authorized for remote login.',
      'To sign in remotely, you need the right to sign in through Remote Desktop Services.',
    ],
    cause:
      'The VM knows the account, and does not let it in by Remote Desktop. Entra groups in local groups do not count.',
    remedy: askForRole,
  }),
  dialog('no-such-user-or-group', joinedPc, 'login-role-is-assigned', {
    words: ['There is no such global user or group'],
    cause:
      'net localgroup was used to make somebody administrator, which is not supported, and the account is not known.',
    remedy: 'Give the role Virtual Machine Administrator Login instead.',
  }),
  dialog('group-type-not-supported', signInToVm, 'login-role-is-assigned', {
    words: ['GroupTypeNotSupported'],
    cause: 'A role was to be given to a Microsoft 365 group.',
    remedy: 'Give it to a security group.',
  }),
  dialog('nla-without-domain-controller', rdpErrors, 'pku2u-is-allowed', {
    words: [
      'The remote computer that you are trying to connect to requires Network Level Authentication (NLA), but your Windows domain controller cannot be contacted to perform NLA.',
    ],
    cause:
      'The VM was hardened so that it no longer takes online identities (PKU2U is off), or this PC does not reach its directory.',
    remedy: 'Sign in with a web account, or allow PKU2U on both ends.',
  }),
  dialog('local-security-authority', rdpErrors, 'pc-is-in-the-vms-tenant', {
    words: ['An authentication error has occurred. The Local Security Authority cannot be contacted'],
    cause: 'Windows does not know who can check this account.',
    remedy: 'Write the user name as AzureAD\\user@domain.com, or sign in with a web account.',
  }),
  dialog('credssp-oracle', rdpErrors, 'pc-has-no-known-bad-update', {
    words: ['This could be due to CredSSP encryption oracle remediation.'],
    cause: 'This PC or the VM lacks the CredSSP update of 2018.',
    remedy: 'Install Windows updates on both.',
  }),
  dialog('saved-credentials-refused', rdpErrors, 'no-stale-saved-credential', {
    words: [
      "The server's authentication policy does not allow connection requests using saved credentials. Please enter new credentials.",
    ],
    cause: 'The VM does not take saved passwords.',
    remedy: 'Delete the saved password and type it when asked.',
  }),
  dialog('cannot-find-computer', rdpErrors, 'target-name-resolves', {
    words: [
      "Remote Desktop can't find the computer",
      "Remote Desktop can't find the computer. This might mean that it does not belong to the specified network.",
      'We couldn’t find the remote PC. Verify the computer name',
    ],
    cause: "The VM's name does not resolve on this PC.",
    remedy: 'Check the name; connect to the network of the VM, where its name resolves.',
  }),
  dialog('cannot-connect', rdpErrors, 'rdp-port-answers', {
    words: [
      "This computer can't connect to the remote computer.",
      "Remote Desktop can't connect to the remote computer for one of these reasons: Remote access to the server is not enabled. The remote computer is turned off. The remote computer is not available on the network.",
    ],
    cause:
      'The VM could not be reached: it is stopped, its port is closed, or a rule or route is missing on the way.',
    remedy: 'Check that the VM is running and that your network reaches its RDP port.',
  }),
  dialog('no-licence-servers', rdpErrors, null, {
    words: [
      'The remote session was disconnected because there are no Remote Desktop License Servers available to provide a license.',
    ],
    cause: 'The 120 days without Remote Desktop licences are over on the VM.',
    remedy:
      'Ask for a licence server, or for the role Remote Desktop Session Host to be removed; mstsc /admin gets around it.',
  }),
  dialog('locked-and-disconnected', joinedPc, 'rdp-client-ended', {
    words: [
      'Your session was disconnected because it was locked.',
      'You were disconnected because your session was locked.',
    ],
    cause: 'With a web account, locking the remote screen disconnects the session. It goes on running.',
    remedy: 'Connect again.',
  }),
  dialog('allow-remote-desktop', singleSignOn, 'sign-in-app-exists', {
    words: ['Allow remote desktop connection?'],
    cause: 'Entra ID asks once for each VM, and remembers up to 15 of them for 30 days.',
    remedy: 'Choose Yes. An admin can hide the question for a group of devices.',
  }),
  dialog('unknown-remote-connection', warnings, 'rdp-files-may-be-opened', {
    words: [
      'Caution: Unknown remote connection',
      'Verify the publisher of this remote connection',
      'The publisher of this remote connection cannot be identified. Unknown publisher',
    ],
    cause:
      'Since April 2026 Windows asks before it opens any .rdp file, with nothing shared unless a box is ticked.',
    remedy: 'Compare the address with the one you expect, tick nothing you do not need, and choose Connect.',
  }),
  dialog('identity-cannot-be-verified', rdpErrors, 'certificate-changed', {
    words: ['The identity of the remote computer cannot be verified. Do you want to connect anyway?'],
    cause: 'The VM shows a certificate it made itself.',
    remedy: 'Compare its thumbprint with the one Azure reports for the VM before you go on.',
  }),
  dialog('bastion-sku', bastion, 'bastion-allows-entra', {
    words: ['Bastion Host SKU must be Standard or Premium and Native Client must be enabled.'],
    cause:
      'The RDP client goes through Azure Bastion only with SKU Standard or Premium and native client support.',
    remedy: 'Open the session in the browser, or ask for the Bastion to be raised.',
  }),
  dialog('bastion-ip-connect', bastion, 'bastion-allows-entra', {
    words: [
      'AAD login is not supported for Disable Gateway & IP Connect scenarios.',
      '--target-ip-address flag cannot be used when IpConnect is not enabled',
    ],
    cause: 'Azure Bastion signs in with Entra ID to the VM as a resource, not to an address.',
    remedy: 'Name the VM by its resource id.',
  }),
  dialog('bastion-no-file', bastion, 'bastion-rights', {
    words: ['Server could not process the request to generate RDP file.'],
    cause: 'Azure Bastion did not hand out its connection file.',
    remedy: 'Check that you have Reader on the VM, its network interface and the Bastion, and try again.',
  }),
  dialog('machine-id-mismatch', rdpErrors, null, {
    words: ['partial mismatch in the machine ID', 'LsaSrv Event 6167'],
    cause:
      'This PC and the VM were cloned from one image without Sysprep and share their machine id, which Windows refuses since 2025.',
    remedy: 'Make one of them again from a generalised image.',
  }),
  dialog('update-broke-the-password-prompt', knownIssues, 'pc-has-no-known-bad-update', {
    words: ['KB5074109', 'KB5073724'],
    cause:
      'These updates of January 2026 (Windows 11 and Windows 10) make the password prompt of remote desktops fail at once.',
    remedy: 'Install KB5077744 (Windows 11), KB5077796 (Windows 10), or any later cumulative update.',
  }),
  dialog('hybrid-session-missing', singleSignOn, 'vm-is-not-joined-elsewhere', {
    words: ["The specified session doesn't exist", "specific session doesn't exist"],
    cause:
      'The VM is joined to a domain as well, and the domain has no Kerberos server object for Microsoft Entra ID.',
    remedy: 'Ask a domain admin to create the Kerberos server object.',
  }),
  dialog('token-not-accepted', signInToVm, 'target-name-is-registered', {
    words: ['SEC_E_INVALID_TOKEN'],
    cause:
      'The VM did not accept the token: as a rule the client was given another name than the VM is registered by.',
    remedy: 'Connect to the host name that Entra ID has for the VM.',
  }),
  dialog('bastion-asks-for-the-password', bastion, 'bastion-allows-entra', {
    words: [
      'prompted for a password after multi-factor sign-in',
      'prompt for password entry after MFA completes',
    ],
    cause: 'Through Azure Bastion the RDP client asks for the password once more. This is how Bastion works.',
    remedy: 'Type it, or open the session in the browser, which needs none.',
  }),
  dialog('mdm-id-missing', signInToVm, 'login-extension-succeeded', {
    words: ["'mdmId' setting was not found"],
    cause: 'The VM extension was installed with settings that lack mdmId.',
    remedy: 'Install it again without settings, or with mdmId set (empty for no device management).',
  }),
  dialog('host-name-duplicate', signInToVm, 'entra-device-is-unique', {
    words: [
      'error_hostname_duplicate',
      'Another object with the same value for property hostnames already exists',
      'The hostname is already used by another device in this tenant',
    ],
    cause: 'Another device of this tenant already has the host name of the VM.',
    remedy: 'Delete the other device if it is a leftover, or give this VM another computer name.',
  }),
  dialog('lookup-name-from-sid', signInToVm, 'vm-reaches-entra-endpoints', {
    words: ['AAD Cloud AP plugin call Lookup name from SID returned error 0xC000023C'],
    cause: 'The VM could not reach Entra ID.',
    remedy: 'Let the VM reach the Entra endpoints over TCP 443.',
  }),
  dialog('remote-credential-guard', joinedPc, 'remote-credential-guard-is-off', {
    words: ['Remote Credential Guard'],
    cause: 'Remote Credential Guard and the web account exclude each other.',
    remedy: 'Switch Remote Credential Guard off for this connection.',
  }),
  dialog('target-device-not-found', signInToVm, 'target-name-is-registered', {
    words: ['The target-device identifier in the request was not found in the tenant'],
    cause: 'Entra ID has no device by the name the RDP client was given.',
    remedy:
      'Connect to one of the host names the device is registered with, as a rule the short computer name.',
  }),
];

function dialog(
  id: string,
  from: { readonly source: string; readonly asOf: string },
  help: HelpTopicId | null,
  rest: Pick<KnownSymptom, 'words' | 'cause' | 'remedy'>,
): KnownSymptom {
  return { id, help, codes: [], ...from, ...rest };
}
