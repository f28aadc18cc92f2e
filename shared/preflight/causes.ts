import type { Cause } from './cause';
import { managesButMayNotSignIn } from './causes/manages-but-may-not-sign-in';
import { nameLeadsElsewhere } from './causes/name-leads-elsewhere';
import { nameNeverRegistered } from './causes/name-never-registered';
import { neverJoined } from './causes/never-joined';
import { noLoginRole } from './causes/no-login-role';
import { notOnTheVmsNetwork } from './causes/not-on-the-vms-network';
import { pcShortOfUpdates } from './causes/pc-short-of-updates';
import { policyTheRouteCannotMeet } from './causes/policy-the-route-cannot-meet';
import { rdpDoesNotAnswer } from './causes/rdp-does-not-answer';
import { roleEligibleNotActive } from './causes/role-eligible-not-active';
import { vmStopped } from './causes/vm-stopped';
import { wrongTenantOrGuest } from './causes/wrong-tenant-or-guest';

/**
 * The patterns, the most telling first: the first that fits is the report's first sentence.
 * Who one is comes before what the VM is, and that before the way there: mending a later one first helps nobody.
 */
export const causes: readonly Cause[] = [
  wrongTenantOrGuest,
  vmStopped,
  neverJoined,
  roleEligibleNotActive,
  managesButMayNotSignIn,
  noLoginRole,
  policyTheRouteCannotMeet,
  notOnTheVmsNetwork,
  nameLeadsElsewhere,
  rdpDoesNotAnswer,
  nameNeverRegistered,
  pcShortOfUpdates,
];
