import type { Check } from './check';
import { accountIsInTheVmsTenant } from './checks/account-is-in-the-vms-tenant';
import { accountIsNotAGuest } from './checks/account-is-not-a-guest';
import { bastionAllowsEntra } from './checks/bastion-allows-entra';
import { bastionRights } from './checks/bastion-rights';
import { bastionServesTheVm } from './checks/bastion-serves-the-vm';
import { cloudSupportsEntraSignIn } from './checks/cloud-supports-entra-sign-in';
import { conditionalAccessAllowsTheRoute } from './checks/conditional-access-allows-the-route';
import { entraDeviceExists } from './checks/entra-device-exists';
import { entraDeviceIsEnabled } from './checks/entra-device-is-enabled';
import { entraDeviceIsUnique } from './checks/entra-device-is-unique';
import { loginExtensionIsInstalled } from './checks/login-extension-is-installed';
import { loginExtensionSucceeded } from './checks/login-extension-succeeded';
import { loginRoleIsAssigned } from './checks/login-role-is-assigned';
import { mfaCanBeMet } from './checks/mfa-can-be-met';
import { noDenyAssignmentBlocksLogin } from './checks/no-deny-assignment-blocks-login';
import { noStaleSavedCredential } from './checks/no-stale-saved-credential';
import { passwordIsPermanent } from './checks/password-is-permanent';
import { pcBuildSupportsWebAccount } from './checks/pc-build-supports-web-account';
import { pcHasARefreshToken } from './checks/pc-has-a-refresh-token';
import { pcHasNoKnownBadUpdate } from './checks/pc-has-no-known-bad-update';
import { pcIsInTheVmsTenant } from './checks/pc-is-in-the-vms-tenant';
import { pcIsJoinedOrRegistered } from './checks/pc-is-joined-or-registered';
import { pcRunsWindows } from './checks/pc-runs-windows';
import { perUserMfaIsOff } from './checks/per-user-mfa-is-off';
import { pku2uIsAllowed } from './checks/pku2u-is-allowed';
import { rdpClientIsInstalled } from './checks/rdp-client-is-installed';
import { rdpFilesMayBeOpened } from './checks/rdp-files-may-be-opened';
import { rdpPortAnswers } from './checks/rdp-port-answers';
import { rdpServerOffersEntraSignIn } from './checks/rdp-server-offers-entra-sign-in';
import { remoteCredentialGuardIsOff } from './checks/remote-credential-guard-is-off';
import { signInAppExists } from './checks/sign-in-app-exists';
import { targetIsAHostName } from './checks/target-is-a-host-name';
import { targetNameIsRegistered } from './checks/target-name-is-registered';
import { targetNameResolves } from './checks/target-name-resolves';
import { targetResolvesToTheVm } from './checks/target-resolves-to-the-vm';
import { vmAgentIsReady } from './checks/vm-agent-is-ready';
import { vmHasSystemAssignedIdentity } from './checks/vm-has-system-assigned-identity';
import { vmIdentityIsOfThisTenant } from './checks/vm-identity-is-of-this-tenant';
import { vmIsNotJoinedElsewhere } from './checks/vm-is-not-joined-elsewhere';
import { vmIsRunning } from './checks/vm-is-running';
import { vmOsSupportsEntraSignIn } from './checks/vm-os-supports-entra-sign-in';
import { vmOsSupportsWebAccount } from './checks/vm-os-supports-web-account';
import { vmReachesEntraEndpoints } from './checks/vm-reaches-entra-endpoints';
import { vmRunsWindows } from './checks/vm-runs-windows';

/** Every check, in the order it is read: `CheckId`'s. */
export const checks: readonly Check[] = [
  accountIsNotAGuest,
  accountIsInTheVmsTenant,
  cloudSupportsEntraSignIn,
  vmRunsWindows,
  vmIsRunning,
  vmOsSupportsEntraSignIn,
  vmOsSupportsWebAccount,
  vmIsNotJoinedElsewhere,
  vmIdentityIsOfThisTenant,
  vmAgentIsReady,
  vmHasSystemAssignedIdentity,
  loginExtensionIsInstalled,
  loginExtensionSucceeded,
  entraDeviceExists,
  entraDeviceIsEnabled,
  entraDeviceIsUnique,
  targetIsAHostName,
  targetNameIsRegistered,
  targetNameResolves,
  targetResolvesToTheVm,
  rdpPortAnswers,
  rdpServerOffersEntraSignIn,
  loginRoleIsAssigned,
  noDenyAssignmentBlocksLogin,
  signInAppExists,
  conditionalAccessAllowsTheRoute,
  vmReachesEntraEndpoints,
  pcRunsWindows,
  pcBuildSupportsWebAccount,
  pcIsJoinedOrRegistered,
  pcIsInTheVmsTenant,
  pcHasARefreshToken,
  pku2uIsAllowed,
  mfaCanBeMet,
  perUserMfaIsOff,
  passwordIsPermanent,
  remoteCredentialGuardIsOff,
  rdpClientIsInstalled,
  rdpFilesMayBeOpened,
  noStaleSavedCredential,
  pcHasNoKnownBadUpdate,
  bastionServesTheVm,
  bastionAllowsEntra,
  bastionRights,
];
