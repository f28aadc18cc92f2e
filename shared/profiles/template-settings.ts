import { propertyNamed } from '../rdp/catalogue';
import type { RdpSetting } from '../rdp/setting';

/** Lines that follow from the VM, the route and the account, or that belong to one finished file. */
const ofOneConnection: ReadonlySet<string> = new Set([
  'full address',
  'alternate full address',
  'server port',
  'username',
  'enablerdsaadauth',
  'signscope',
  'signature',
]);

/** Why a setting cannot be inherited, as the end of a sentence; null where it can. */
export function whyNotInTemplate({ name }: Pick<RdpSetting, 'name'>): string | null {
  if (propertyNamed(name)?.isSecret) return `“${name}” is a secret, and templates keep none`;
  if (!ofOneConnection.has(name)) return null;
  return `“${name}” follows from the VM, the route and the account of each profile`;
}
