import { z } from 'zod';

/** What the system's resolver says of one name. */
export const NameResolution = z.object({
  name: z.string(),
  addresses: z.array(z.object({ address: z.string(), family: z.enum(['IPv4', 'IPv6']) })),
  /** `ENOTFOUND`, `EAI_AGAIN`, … where there is no address; null where there is. */
  error: z.string().nullable(),
});
export type NameResolution = z.infer<typeof NameResolution>;

/** A VM other than the target that owns an address the target's name resolves to. */
export const AddressOwner = z.object({ address: z.string(), vmId: z.string(), vmName: z.string() });
export type AddressOwner = z.infer<typeof AddressOwner>;

/**
 * A name the client could be given, and where it comes from. `last-list` and `profile` are what was known before, for
 * a VM that Azure says nothing of now.
 */
export const NameCandidate = z.object({
  name: z.string(),
  source: z.enum([
    'given',
    'device',
    'computer-name',
    'instance-view',
    'public-name',
    'last-list',
    'profile',
  ]),
  /** Whether Entra ID knows the VM by it; null when its device could not be read. */
  isRegistered: z.boolean().nullable(),
});
export type NameCandidate = z.infer<typeof NameCandidate>;

/** A name by which a VM was known before. */
export interface RememberedName {
  readonly name: string;
  readonly source: Extract<NameCandidate['source'], 'last-list' | 'profile'>;
}

export function isRemembered({ source }: Pick<NameCandidate, 'source'>): boolean {
  return source === 'last-list' || source === 'profile';
}

/** The host name the RDP client will be given, and why that one. */
export const Target = z.object({
  address: z.string(),
  port: z.int().min(1).max(65535),
  why: z.string(),
  isRegistered: z.boolean().nullable(),
  resolves: z.boolean(),
  /** Where the password route goes when the name does not resolve: the VM's public name or address. */
  passwordFallback: z.string().nullable(),
});
export type Target = z.infer<typeof Target>;

/**
 * What answers on the target's RDP port.
 *
 * `not-probed` says why (`stopped`, no address, a stranger's address); `rdp` carries what two
 * credential-free X.224 negotiations selected, at once: RDSAAD alone, and SSL with HYBRID.
 */
export const RdpProbe = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('not-probed'), because: z.string() }),
  z.object({ outcome: z.enum(['closed', 'filtered', 'unreachable']), address: z.string(), port: z.int() }),
  z.object({
    outcome: z.literal('not-rdp'),
    address: z.string(),
    port: z.int(),
    handshakeMs: z.number(),
    answered: z.string().nullable(),
  }),
  z.object({
    outcome: z.literal('rdp'),
    address: z.string(),
    port: z.int(),
    handshakeMs: z.number(),
    /** Null when the probe for it got no answer. */
    offersEntraSignIn: z.boolean().nullable(),
    /** `TLS`, `HYBRID`, `RDP`, … as the second negotiation selected; null when it failed. */
    otherSecurity: z.string().nullable(),
  }),
]);
export type RdpProbe = z.infer<typeof RdpProbe>;
