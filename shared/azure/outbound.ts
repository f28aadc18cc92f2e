import type { Facts } from '../preflight/fact';

type Rule = Facts['outboundAccess']['rules'][number];

/** Destinations every Entra endpoint is part of: all of the internet, or the tags that hold Entra's addresses. */
const destinationsWithEntra = new Set([
  '*',
  'any',
  'internet',
  '0.0.0.0/0',
  'azureactivedirectory',
  'azurecloud',
]);

/**
 * The rule that keeps the VM from the Entra endpoints on TCP 443; null where none does.
 *
 * Both security groups on the way, of the subnet and of the network interface, must let it through; in each
 * the first rule that matches decides. Rules for single addresses decide nothing here: the endpoints' change.
 */
export function ruleThatBlocksEntra(rules: readonly Rule[]): Rule | null {
  const groups = [...new Set(rules.map(({ group }) => group))];
  const decisive = groups.map((group) => rules.find((rule) => rule.group === group && isAboutEntra(rule)));
  return decisive.find((rule) => rule?.access === 'Deny') ?? null;
}

function isAboutEntra({ protocol, ports, destinations }: Rule): boolean {
  return (
    /^(\*|any|all|tcp)$/i.test(protocol) &&
    ports.some((range) => spans(range, 443)) &&
    destinations.some((destination) => destinationsWithEntra.has(destination.toLowerCase()))
  );
}

/** `*`, `443` or `400-500`. */
function spans(range: string, port: number): boolean {
  if (/^(\*|any)$/i.test(range.trim())) return true;
  const [first = Number.NaN, last = first] = range.split('-').map(Number);
  return first <= port && port <= last;
}
