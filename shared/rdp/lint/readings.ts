/**
 * The numbers clients take a value for: its decimal digits, and what FreeRDP's `strtol` makes of it, where
 * `0x10` is 16, `010` is 8 and what follows the digits is dropped. Empty where it is no number to any.
 */
export function readingsOf(value: string): number[] {
  const [decimal, c] = [decimalIn(value), strtolOf(value)];
  return [...new Set([decimal, c].filter((number) => number !== null))];
}

export function decimalIn(value: string): number | null {
  return /^\s*[+-]?\d+\s*$/.test(value) ? Number(value) : null;
}

export function strtolOf(value: string): number | null {
  const [, sign = '', hex, octal, decimal] =
    /^\s*([+-]?)(?:0x([\da-f]+)|(0[0-7]*)|([1-9]\d*))/i.exec(value) ?? [];
  const digits = hex ?? octal ?? decimal;
  if (digits === undefined) return null;
  const number = Number.parseInt(digits, hex === undefined ? (octal === undefined ? 10 : 8) : 16);
  return sign === '-' ? -number : number;
}
