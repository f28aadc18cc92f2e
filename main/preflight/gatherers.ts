import { account } from './gather/account';
import { addressOwners } from './gather/address-owners';
import { bastions } from './gather/bastions';
import { cloud } from './gather/cloud';
import { conditionalAccess } from './gather/conditional-access';
import { denyAssignments } from './gather/deny-assignments';
import { effectiveOutboundRules } from './gather/effective-outbound-rules';
import { nameCandidates } from './gather/name-candidates';
import { nameResolutions } from './gather/name-resolutions';
import { nameServerAnswers } from './gather/name-server-answers';
import { namesakeDevices } from './gather/namesake-devices';
import { networkInterfaces } from './gather/network-interfaces';
import { outboundAccess } from './gather/outbound-access';
import { passwordSignIn } from './gather/password-sign-in';
import { pcJoin } from './gather/pc-join';
import { pcPolicies } from './gather/pc-policies';
import { perUserMfa } from './gather/per-user-mfa';
import { permissions } from './gather/permissions';
import { rdpClients } from './gather/rdp-clients';
import { rdpProbe } from './gather/rdp-probe';
import { roleAssignments } from './gather/role-assignments';
import { roleEligibilities } from './gather/role-eligibilities';
import { savedCredentials } from './gather/saved-credentials';
import { signInApps } from './gather/sign-in-apps';
import { signedFiles } from './gather/signed-files';
import { subscription } from './gather/subscription';
import { target } from './gather/target';
import { thisPc } from './gather/this-pc';
import { vm } from './gather/vm';
import { vmDevices } from './gather/vm-devices';
import { vmExtensions } from './gather/vm-extensions';
import type { Gatherer } from './gatherer';

/** Every gatherer, one a fact. Their order means nothing: each starts as soon as what it needs is known. */
export const gatherers: readonly Gatherer[] = [
  cloud,
  account,
  vm,
  subscription,
  vmExtensions,
  networkInterfaces,
  vmDevices,
  namesakeDevices,
  permissions,
  roleAssignments,
  roleEligibilities,
  denyAssignments,
  signInApps,
  conditionalAccess,
  perUserMfa,
  bastions,
  outboundAccess,
  effectiveOutboundRules,
  nameCandidates,
  nameResolutions,
  addressOwners,
  target,
  nameServerAnswers,
  rdpProbe,
  thisPc,
  pcJoin,
  pcPolicies,
  savedCredentials,
  rdpClients,
  signedFiles,
  passwordSignIn,
];
