/** The version in what `xfreerdp /version` prints: `This is FreeRDP version 3.5.1 (3.5.1)`. */
export function freerdpVersionIn(text: string): string | null {
  return /\bFreeRDP version v?(\d+\.\d+[^\s(]*)/i.exec(text)?.[1] ?? null;
}

/** Whether `/buildconfig` says it was built with Entra sign-in; null when it says nothing of it. */
export function isBuiltWithEntra(text: string): boolean | null {
  const value = /\bWITH_AAD=(\w+)/i.exec(text)?.[1];
  return value === undefined ? null : /^(on|true|yes|1)$/i.test(value);
}
