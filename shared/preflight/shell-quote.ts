const harmless = /^[A-Za-z0-9_./:=-]+$/;

/** One argument of a POSIX shell, where `az` commands are shown for. */
export function quoteForPosix(value: string): string {
  return harmless.test(value) ? value : `'${value.replaceAll("'", String.raw`'\''`)}'`;
}

/** One argument of PowerShell, which takes typographic quotes for quotes too. */
export function quoteForPowerShell(value: string): string {
  return harmless.test(value) ? value : `'${value.replaceAll(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`;
}
