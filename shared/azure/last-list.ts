import { z } from 'zod';
import { AppError } from '../errors/app-error';
import { PartialListing, VmSummary } from './virtual-machine';

const format = 'entra-rdp-last-list';
const version = 1;

/** A tenant of more VMs is listed, but its list is not saved. */
export const mostVms = 250_000;

/** So many VMs stand in a line: one is read and checked in a few milliseconds. */
export const vmsALine = 250;

/** What the first line of a saved list says of it. */
export const LastListHead = z.object({
  /** When the list was read of Azure. */
  asOf: z.iso.datetime(),
  /** Whose list it is. */
  username: z.string(),
  tenantId: z.string(),
  total: z.int().min(0).max(mostVms),
  partial: z.array(PartialListing),
});
export type LastListHead = z.infer<typeof LastListHead>;

const Rows = z.array(VmSummary).max(vmsALine);

/** A saved list is lines of JSON: what it is, then its VMs, some to a line. */
export function headLine(head: LastListHead): string {
  return `${JSON.stringify({ format, version, ...head })}\n`;
}

export function rowLines(vms: readonly VmSummary[]): string {
  const lines: string[] = [];
  for (let from = 0; from < vms.length; from += vmsALine) {
    lines.push(`${JSON.stringify(vms.slice(from, from + vmsALine))}\n`);
  }
  return lines.join('');
}

/** @throws AppError `unreadable` for what is no saved list, or one that a newer version wrote. */
export function readHeadLine(line: string): LastListHead {
  const raw = parsed(line);
  const { data: marked } = z.object({ format: z.literal(format), version: z.number() }).safeParse(raw);
  if (!marked) throw unusable('it is no saved list');
  if (marked.version > version) {
    throw unusable(`a newer Entra RDP wrote it (version ${marked.version}); update this one`);
  }
  const { data } = LastListHead.safeParse(raw);
  if (data) return data;
  throw unusable('its first line is damaged');
}

/** @throws AppError `unreadable` for a line that is not VMs. */
export function readRowLine(line: string): VmSummary[] {
  const { data } = Rows.safeParse(parsed(line));
  if (data) return data;
  throw unusable('it is damaged');
}

/** `because` completes "The list saved on this PC cannot be used: …". */
export function unusable(because: string, cause?: unknown): AppError {
  return new AppError(
    'unreadable',
    `The list saved on this PC cannot be used: ${because}. The next complete list of Azure takes its place.`,
    { cause },
  );
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch (cause) {
    throw unusable('it is damaged', cause);
  }
}
