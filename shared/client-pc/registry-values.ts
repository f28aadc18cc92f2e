/** One value of a registry key, as `reg.exe query` prints it. */
interface RegistryValue {
  /** `REG_SZ`, `REG_DWORD`, … */
  readonly type: string;
  readonly data: string;
}

/** The values of a key by name in lower case, as Windows compares names without case. */
export type RegistryValues = ReadonlyMap<string, RegistryValue>;

/** `    NAME    TYPE    DATA`: names may hold spaces, and data may be empty. */
const line = /^ {4}(.+?) {4}(REG_[A-Z_]+)(?: {4}(.*))?$/;

/** Reads what `reg.exe query KEY` prints. Lines of another layout (the key, its subkeys) are not values. */
export function parseRegistryValues(text: string): RegistryValues {
  return new Map(
    text.split(/\r?\n/).flatMap((row) => {
      const [, name = '', type = '', data = ''] = line.exec(row) ?? [];
      return name ? [[name.toLowerCase(), { type, data }] as const] : [];
    }),
  );
}

/**
 * A whole number, or null when the value is missing or is none.
 *
 * Scripts and management tools write numbers as text too, so `REG_SZ 1` and `REG_SZ 0x1` count.
 */
export function numberIn(values: RegistryValues, name: string): number | null {
  const data = textIn(values, name);
  if (data === null || !/^(0x[0-9a-f]{1,16}|\d{1,15})$/i.test(data)) return null;
  const number = Number(data);
  return Number.isSafeInteger(number) ? number : null;
}

/** The text of a value, or null when it is missing, empty or binary. */
export function textIn(values: RegistryValues, name: string): string | null {
  const value = values.get(name.toLowerCase());
  if (!value || value.type === 'REG_BINARY' || value.type === 'REG_NONE') return null;
  return value.data.trim() || null;
}

/** 1 is on and 0 is off; anything else, and nothing, is null. */
export function switchIn(values: RegistryValues, name: string): boolean | null {
  const number = numberIn(values, name);
  return number === 1 ? true : number === 0 ? false : null;
}
