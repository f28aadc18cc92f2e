import { addressIn } from '../../network/host-name';
import type { DirectRoute } from '../entry';
import type { ImportReport } from '../library-view';

/** What an import takes: above it a file is refused, or what is too much is left out and told. */
export const importLimits = {
  xmlBytes: 64 * 1024 * 1024,
  /** Groups in groups: RDCMan's own tree is unusable long before. */
  depth: 100,
  elements: 2_000_000,
  entries: 100_000,
  /** Files of one folder, whatever their kind, and folders in folders. */
  files: 100_000,
  folderDepth: 32,
  keptTexts: 50,
  keptCharacters: 2000,
} as const;

export type LeftOut = ImportReport['leftOut'][number];

/** A group of another program, on its way to be a named template. */
export interface ImportedTemplate {
  /** Where it stands, and what tells it apart: no two of one import share it. */
  readonly place: string;
  readonly name: string;
  readonly notes: string;
  /** The place of the group it stands in. */
  readonly inherits: string | null;
  readonly settings: readonly string[];
  readonly kept: Readonly<Record<string, string>>;
}

/** A server of another program, or an .rdp file, on its way to be a profile. */
export interface ImportedProfile {
  readonly place: string;
  readonly name: string;
  readonly notes: string;
  readonly vmId: string | null;
  readonly tenantId: string | null;
  readonly computerName: string | null;
  readonly address: string | null;
  readonly port: number | null;
  readonly username: string | null;
  readonly route: DirectRoute | null;
  /** The place of its group. */
  readonly template: string | null;
  readonly settings: readonly string[];
  readonly kept: Readonly<Record<string, string>>;
  /** A signed file that holds, to be kept as it is. */
  readonly file: { readonly route: DirectRoute; readonly bytes: Uint8Array } | null;
}

/** Everything one file of another program gives, parents before children. */
export interface Imported {
  readonly program: 'rdp-file' | 'rdcman' | 'mremoteng';
  /** The path that was named. */
  readonly origin: string;
  readonly templates: readonly ImportedTemplate[];
  readonly profiles: readonly ImportedProfile[];
  readonly leftOut: readonly LeftOut[];
}

/** A name as a person reads it: one line, and no longer than the library takes. */
export function nameFrom(text: string, otherwise: string): string {
  const plain = text.replace(/\s+/g, ' ').trim() || otherwise;
  return plain.length > 200 ? `${plain.slice(0, 199).trimEnd()}…` : plain;
}

/**
 * The name of a template made of the groups around it, the outermost first. What does not fit is cut from the
 * front: the group's own name says most.
 */
export function nameOfPath(names: readonly string[]): string {
  const whole = names.join(' › ');
  return whole.length > 200 ? `…${whole.slice(-199).trimStart()}` : whole;
}

/** `place`, or the first of `place (2)`, `place (3)`, … that is not in `taken` yet; which it is then. */
export function ownPlace(place: string, taken: Map<string, number>): string {
  const cut = place.length > 3900 ? `…${place.slice(-3899)}` : place;
  const before = taken.get(cut) ?? 0;
  taken.set(cut, before + 1);
  return before === 0 ? cut : ownPlace(`${cut} (${before + 1})`, taken);
}

/** `CONTOSO\ada` where a domain stands beside a plain name, as Windows joins them. Null without a name. */
export function usernameFrom(name: string, domain: string): string | null {
  const user = name.trim();
  if (!user) return null;
  return domain.trim() && !/[\\@]/.test(user) ? `${domain.trim()}\\${user}` : user;
}

/**
 * The route of a connection whose program knows nothing of web accounts: an address that is no name, or an
 * account of a domain, leaves the password alone; anything else is left to the pre-flight.
 */
export function routeFor(address: string, username: string | null): DirectRoute | null {
  const isOfEntra = username === null || /^(AzureAD\\)?[^\\@]+@[^\\@]+$/i.test(username);
  return addressIn(address) !== null || !isOfEntra ? 'password' : null;
}
