import { type ExtensionFailure, extensionFailures } from './extension-failure-table';

/** -2145648574, `0x801C0042` and 2149318722 are one code: this gives the signed 32-bit form of each. */
export function signedCode(code: number): number {
  return code | 0;
}

/** `0x801C0042`, as Windows documents it, of a signed or unsigned code. */
export function hexOf(code: number): string {
  return `0x${(code >>> 0).toString(16).toUpperCase().padStart(8, '0')}`;
}

/** "-2145648574 (0x801C0042)"; small exit codes have no other spelling. */
export function spellCode(code: number): string {
  return code >= 0 && code < 0x10000 ? `${code}` : `${signedCode(code)} (${hexOf(code)})`;
}

export function failureOfCode(code: number): ExtensionFailure | null {
  return extensionFailures.find((known) => known.code === signedCode(code)) ?? null;
}

/** What is read out of an extension's status: the code that tells most, and what it means. */
export interface ReadFailure {
  readonly code: number | null;
  readonly failure: ExtensionFailure | null;
}

/** 1007 only says that the handler failed, and 0 nothing at all. */
const wrappers = new Set([0, 1007]);

// The most telling first: the join's own code, then that of the program that ran it, then the wrappers.
const codePatterns: readonly RegExp[] = [
  /join failed with status code:?\s*(-?\d{1,10})/gi,
  /exit code:?\s*'?(-?\d{1,10})/gi,
  /\b(0x[0-9a-f]{8})\b/gi,
  /terminal error code:?\s*'?(-?\d{1,10})/gi,
];

/**
 * Reads the failure out of what the VM extension reports. Messages nest one another, so codes are looked
 * for in all of it, and one we know is preferred to one we do not.
 */
export function readExtensionFailure(status: {
  readonly statusCode: string | null;
  readonly statusMessage: string | null;
}): ReadFailure {
  const message = status.statusMessage ?? '';
  const told = extensionFailures.find(({ words }) => words?.test(message));
  const codes = [...codesIn(message), ...codeOfStatus(status.statusCode)].filter(
    (code) => !wrappers.has(code),
  );
  const known = codes.find((code) => failureOfCode(code));
  if (known !== undefined) return { code: known, failure: failureOfCode(known) };
  return { code: codes[0] ?? told?.code ?? null, failure: told ?? null };
}

function codesIn(message: string): number[] {
  return codePatterns.flatMap((pattern) =>
    [...message.matchAll(pattern)].map(([, digits = '']) => signedCode(Number(digits))),
  );
}

/** `ProvisioningState/failed/-2145648574` to -2145648574. */
function codeOfStatus(statusCode: string | null): number[] {
  const [, digits] = /\/(-?\d{1,10})$/.exec(statusCode ?? '') ?? [];
  return digits === undefined ? [] : [signedCode(Number(digits))];
}
