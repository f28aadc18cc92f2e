/** What of an entry an import decides: a change to anything else, such as a kept file, is not one a person made to it. */
const decided = [
  'kind',
  'name',
  'notes',
  'vmId',
  'tenantId',
  'computerName',
  'address',
  'port',
  'username',
  'route',
  'template',
  'inherits',
  'settings',
] as const;

/** The same text for the same content, in whatever order a file of the library has it. */
export function digestible(entry: object): string {
  const { importedFrom, ...content } = entry as Readonly<Record<string, unknown>>;
  const kept = (importedFrom as { readonly kept?: Readonly<Record<string, string>> } | undefined)?.kept ?? {};
  return JSON.stringify([
    ...decided.map((name) => content[name] ?? null),
    Object.entries(kept).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  ]);
}
