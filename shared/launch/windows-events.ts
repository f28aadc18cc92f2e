import { disconnectReasons } from './disconnect-reasons';
import type { ExitExplanation } from './exit';

/** One event of a Windows log. */
export interface WindowsEvent {
  readonly id: number;
  /** ISO time. */
  readonly at: string;
  /** Its data by name; unnamed data by its place, from `0`. */
  readonly data: ReadonlyMap<string, string>;
}

/** The logs that say how a connection of the Windows client went. */
export const clientLogs = {
  rdpClient: 'Microsoft-Windows-TerminalServices-RDPClient/Operational',
  entra: 'Microsoft-Windows-AAD/Operational',
} as const;

/** Reads what `wevtutil qe … /f:xml` prints: event after event, without a root element. */
export function parseWindowsEvents(xml: string): WindowsEvent[] {
  return xml
    .split('</Event>')
    .map((text) => ({
      id: Number(/<EventID\b[^>]*>(\d+)</.exec(text)?.[1] ?? Number.NaN),
      at: /<TimeCreated\s+SystemTime=['"]([^'"]+)['"]/.exec(text)?.[1] ?? '',
      data: new Map(
        [...text.matchAll(/<Data(?:\s+Name=['"]([^'"]*)['"])?\s*>([^<]*)</g)].map(
          ([, name, value = ''], index) => [name ?? String(index), unescaped(value).trim()] as const,
        ),
      ),
    }))
    .filter(({ id }) => Number.isInteger(id));
}

/**
 * What two logs say of a connection that has ended, or null where they say nothing of it.
 *
 * Entra ID's own words come first: the disconnect reason of a refused web-account sign-in is a general one.
 */
export function explainEvents(
  rdpClient: readonly WindowsEvent[],
  entra: readonly WindowsEvent[],
): ExitExplanation | null {
  const reason = rdpClient.filter(({ id }) => id === 1026).at(-1);
  const code = reason ? Number(reason.data.get('Value')) : Number.NaN;
  const known = disconnectReasons.find(({ codes }) => codes.includes(code));
  if (known?.wasGood) return { wasGood: true, explanation: known.sentence, help: null };

  const refusal = entra.map(refusalIn).find((text) => text !== null) ?? null;
  if (refusal !== null) {
    const isUnknownName = /AADSTS293004\b/.test(refusal);
    return {
      wasGood: false,
      explanation: `Entra ID refused the sign-in: ${refusal}`,
      help: isUnknownName ? 'target-name-is-registered' : 'rdp-client-ended',
    };
  }
  if (!reason) return null;
  return {
    wasGood: false,
    explanation: known
      ? `${known.sentence} (Windows gives the reason ${code}.)`
      : `The connection ended for a reason we do not know (Windows gives ${reason.data.get('Value') ?? 'none'}).`,
    help: known?.help ?? 'rdp-client-ended',
  };
}

/** Events 1081, 1082, 1097 and 1098 carry Entra ID's answer; only one with its code is told. */
function refusalIn({ id, data }: WindowsEvent): string | null {
  if (![1081, 1082, 1088, 1097, 1098].includes(id)) return null;
  const text = [...data.values()].find((value) => /AADSTS\d{5,}/.test(value));
  if (text === undefined) return null;
  return (
    text
      .slice(text.search(/AADSTS\d{5,}/))
      .split(/\r?\n|Trace ID:/i, 1)[0]
      ?.trim()
      .slice(0, 400) ?? null
  );
}

function unescaped(text: string): string {
  const names: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|(\w+));/gi, (whole, decimal, hex, name: string) => {
    if (decimal) return String.fromCodePoint(Number(decimal));
    if (hex) return String.fromCodePoint(Number.parseInt(hex as string, 16));
    return names[name] ?? whole;
  });
}
