type Described = Readonly<Record<string, unknown>>;

/** What an entry of each list is known by: an entry of the same name is changed, another one is added. */
const nameOf: Readonly<Record<string, string>> = {
  accounts: 'username',
  bastions: 'name',
  conditionalAccess: 'name',
  denyAssignments: 'name',
  groups: 'name',
  networks: 'name',
  roleDefinitions: 'name',
  securityGroups: 'name',
  servicePrincipals: 'appId',
  subscriptions: 'name',
  virtualMachines: 'name',
};

/**
 * A tenant laid over another: objects are merged key by key, lists entry by entry where their entries have names.
 * Lists without names (role assignments, devices) are added to; `null` and lists inside an entry replace.
 */
export function overlaid(base: Described, over: Described): Described {
  return Object.fromEntries(
    [...new Set([...Object.keys(base), ...Object.keys(over)])].map((key) => [
      key,
      key in over ? laidOver(key, base[key], over[key]) : base[key],
    ]),
  );
}

function laidOver(key: string, base: unknown, over: unknown): unknown {
  if (!Array.isArray(over) || !Array.isArray(base)) return merged(base, over);
  const name = nameOf[key];
  // What is added comes first: a problem in it is then reported by its place in its own file.
  return name === undefined ? [...over, ...base] : mergedByName(name, base, over);
}

function mergedByName(name: string, base: readonly unknown[], over: readonly unknown[]): readonly unknown[] {
  const isCalled = (entry: unknown, called: unknown) =>
    isDescribed(entry) && String(entry[name]).toLowerCase() === String(called).toLowerCase();
  const changed = base.map((entry) => {
    const own = over.find((one) => isDescribed(entry) && isCalled(one, entry[name]));
    return own === undefined ? entry : merged(entry, own);
  });
  const added = over.filter((one) => !isDescribed(one) || !base.some((entry) => isCalled(entry, one[name])));
  return [...changed, ...added];
}

function merged(base: unknown, over: unknown): unknown {
  if (!isDescribed(base) || !isDescribed(over)) return over;
  return Object.fromEntries(
    [...new Set([...Object.keys(base), ...Object.keys(over)])].map((key) => [
      key,
      key in over ? merged(base[key], over[key]) : base[key],
    ]),
  );
}

function isDescribed(value: unknown): value is Described {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
