import { z } from 'zod';

/** The device object a VM got when it joined Entra ID. */
export const EntraDevice = z.object({
  objectId: z.string(),
  deviceId: z.string(),
  displayName: z.string(),
  isEnabled: z.boolean(),
  /** `AzureAd` (joined), `ServerAd` (hybrid) or `Workplace` (registered). */
  trustType: z.string().nullable(),
  registeredAt: z.string().nullable(),
  lastSignInAt: z.string().nullable(),
  /** Id of the Azure VM it belongs to, from `physicalIds`. */
  azureResourceId: z.string().nullable(),
  /** Every name sign-in accepts for it; null when they could not be read (beta only). */
  hostNames: z.array(z.string()).nullable(),
});
export type EntraDevice = z.infer<typeof EntraDevice>;

/** A device's host names where they can be read, else its display name: v1.0 of Graph has no more. */
export function knownNamesOf(device: EntraDevice): readonly string[] {
  return device.hostNames ?? [device.displayName];
}
