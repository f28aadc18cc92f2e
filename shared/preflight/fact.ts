import { z } from 'zod';
import { DenyAssignment, Permission, RoleAssignment, RoleEligibility } from '../azure/access';
import { Bastions } from '../azure/bastion';
import { CloudId } from '../azure/cloud';
import { NetworkInterface, Subscription, VirtualMachine, VmExtension } from '../azure/virtual-machine';
import { PcJoin, PcPolicies, RdpClient, SavedCredential, ThisPc } from '../client-pc/this-pc';
import { Account } from '../entra/account';
import { EntraDevice } from '../entra/device';
import { ConditionalAccess, SignInApp } from '../entra/policy';
import { SignedFiles } from '../launch/signed-files';
import { NameServerAnswers } from '../network/name-servers';
import { AddressOwner, NameCandidate, NameResolution, RdpProbe, Target } from '../network/resolution';

const SecurityRule = z.object({
  name: z.string(),
  group: z.string(),
  priority: z.int(),
  access: z.enum(['Allow', 'Deny']),
  protocol: z.string(),
  destinations: z.array(z.string()),
  ports: z.array(z.string()),
});

/**
 * Everything a check may look at. One key is one fact, found out by one file in `main/preflight/gather`.
 * Each schema is type, file format and guard in one: evidence files are read through them.
 */
export const factSchemas = {
  cloud: CloudId,
  account: Account,
  vm: VirtualMachine,
  subscription: Subscription,
  vmExtensions: z.array(VmExtension),
  networkInterfaces: z.array(NetworkInterface),
  /** Devices that carry the VM's resource id. */
  vmDevices: z.array(EntraDevice),
  /** Devices that carry the VM's computer name, its own among them. */
  namesakeDevices: z.array(EntraDevice),
  permissions: z.array(Permission),
  roleAssignments: z.array(RoleAssignment),
  roleEligibilities: z.array(RoleEligibility),
  denyAssignments: z.array(DenyAssignment),
  signInApps: z.array(SignInApp),
  conditionalAccess: ConditionalAccess,
  perUserMfa: z.enum(['disabled', 'enabled', 'enforced']),
  bastions: Bastions,
  /** Outbound security rules of the VM's network, most decisive first; `hasEgress` null when unknown. */
  outboundAccess: z.object({
    rules: z.array(SecurityRule),
    isPrivateSubnet: z.boolean().nullable(),
    hasEgress: z.boolean().nullable(),
  }),
  /** Outbound rules as they are in effect on the VM's interfaces, a network manager's among them. Comes late. */
  effectiveOutboundRules: z.array(SecurityRule),
  nameCandidates: z.array(NameCandidate),
  nameResolutions: z.array(NameResolution),
  addressOwners: z.array(AddressOwner),
  target: Target,
  /** Who answers for the target's name: each DNS server by itself, and the hosts file. */
  nameServerAnswers: NameServerAnswers,
  rdpProbe: RdpProbe,
  thisPc: ThisPc,
  pcJoin: PcJoin,
  pcPolicies: PcPolicies,
  savedCredentials: z.array(SavedCredential),
  rdpClients: z.array(RdpClient),
  /** Files of the library, or the one that was named, that are opened as they are in place of one of ours. */
  signedFiles: SignedFiles,
  /** When this account last signed in here with its password, interactively; null when never. */
  passwordSignIn: z.object({ lastAt: z.string().nullable() }),
} as const;

export type Fact = keyof typeof factSchemas;
export type Facts = { readonly [F in Fact]: z.infer<(typeof factSchemas)[F]> };

/**
 * Why a fact could not be found out. `not-here`: this system has no such thing (a registry on Linux), which
 * makes its checks `skip`; `not-asked`: nothing was named to look at (a bare host name has no VM of Azure).
 */
export const Problem = z.object({
  code: z.enum([
    'access-denied',
    'sign-in-required',
    'not-found',
    'unreachable',
    'timed-out',
    'not-asked',
    'not-here',
    'cancelled',
    'unexpected',
  ]),
  /** In the user's words: "Azure denied reading the network interfaces of this VM." */
  message: z.string(),
  /** The permission, role or network that would let us look: "Device.Read.All (Microsoft Graph, admin consent)". */
  missing: z.string().nullable(),
});
export type Problem = z.infer<typeof Problem>;

export type Found<T> = { readonly value: T } | { readonly problem: Problem };

/** For each fact gathered so far, its value or the reason there is none. */
export type Gathered = { readonly [F in Fact]?: Found<Facts[F]> };
