import { builtInRoles } from '../azure/access';
import type { Evidence } from './evidence';
import { createStandIns, type StandIns } from './stand-ins';

type Rewrite = (value: string, standIns: StandIns, at: readonly string[]) => string;

const asName: Rewrite = (value, { name }) => name(value);
const asText: Rewrite = (value, { text }) => text(value);
const asItIs: Rewrite = (value) => value;
/** An opaque mark of a machine: equal ones stay equal, of the same length, in digits. */
const asThumbprint: Rewrite = (value, { name }) =>
  name(`thumbprint-${value}`).replace(/\D/g, '').padStart(value.length, '0');

/** What each field is, by its name: most name somebody or something, or are words about them. */
const byField: Readonly<Record<string, Rewrite>> = {
  ...Object.fromEntries(
    [
      'address',
      'addresses',
      'account',
      'asked',
      'computerName',
      'displayName',
      'dnsSuffix',
      'group',
      'hostName',
      'hostNames',
      'passwordFallback',
      'profile',
      'signer',
      'publicNames',
      'resourceGroup',
      'server',
      'target',
      'username',
      'vmName',
      'hostsFile',
      'privateAddresses',
      'publicAddresses',
      'readBy',
    ].map((field) => [field, asName]),
  ),
  ...Object.fromEntries(
    ['because', 'condition', 'message', 'missing', 'status', 'statusMessage', 'why'].map((field) => [
      field,
      asText,
    ]),
  ),
  ...Object.fromEntries(
    ['version', 'exactVersion', 'osVersion', 'ports', 'savedAt', 'now', 'code'].map((field) => [
      field,
      asItIs,
    ]),
  ),
  // A name is a person's or a thing's everywhere but in the names of programs, which everybody has.
  name: (value, standIns, at) => (at.includes('rdpClients') ? value : standIns.name(value)),
  roleName: (value, standIns) =>
    Object.values(builtInRoles).some(({ name }) => name === value) ? value : standIns.name(value),
  authenticationStrength: asName,
  file: () => 'a file',
  answered: () => 'some words',
  path: (value, standIns) =>
    value.replace(
      /([\\/](?:Users|home)[\\/])([^\\/]+)/i,
      (_, folder: string, person: string) => folder + standIns.name(person),
    ),
  rdpThumbprint: asThumbprint,
  trustedThumbprints: asThumbprint,
  thumbprint: asThumbprint,
  sha256: asThumbprint,
};

/**
 * The same evidence with stand-ins for names, addresses, ids and user names: what was equal stays equal, what was a part
 * stays a part, so that it is judged the same. Tags, which nothing judges, are left out.
 */
export function maskEvidence(evidence: Evidence): Evidence {
  const standIns = createStandIns();
  // Names come first: words about them can only be masked once they are known.
  rewritten(evidence, standIns, []);
  return { ...(rewritten(evidence, standIns, []) as Evidence), isMasked: true };
}

function rewritten(value: unknown, standIns: StandIns, at: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((one) => rewritten(one, standIns, at));
  if (typeof value === 'string') return rewrite(value, standIns, at);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === 'tags' ? {} : rewritten(inner, standIns, [...at, key]),
    ]),
  );
}

function rewrite(value: string, standIns: StandIns, at: readonly string[]): string {
  const field = at.at(-1) ?? '';
  const rule = Object.hasOwn(byField, field) ? byField[field] : undefined;
  return rule ? rule(value, standIns, at) : standIns.ids(value);
}
