import { isAppError } from '../../shared/errors/app-error';
import { convertRdp } from '../../shared/rdp/convert';
import { describeRdp } from '../../shared/rdp/describe';
import { removeSetting, setSetting } from '../../shared/rdp/edit';
import { applyEdits } from '../../shared/rdp/edits';
import { lengthOfMark } from '../../shared/rdp/encoding';
import { lintRdp } from '../../shared/rdp/lint/lint';
import { parseRdp, type RdpDocument, settingsIn } from '../../shared/rdp/parse';
import type { RdpSetting } from '../../shared/rdp/setting';

/** Throws where reading, linting or changing these bytes loses a byte, or fails without a name. */
export function holdsFor(bytes: Uint8Array): void {
  const document = named('unreadable', () => parseRdp(bytes));
  if (!document) return;
  everyByteIsOnALine(document);
  findingsPointIntoTheFile(document);
  describeRdp(document);
  editsKeepTheRest(document);
  conversionKeepsTheSettings(document);
}

const probe: RdpSetting = { name: 'audiomode', type: 'i', value: '2' };

function everyByteIsOnALine(document: RdpDocument): void {
  let at = lengthOfMark(document);
  for (const { start, textEnd, end } of document.lines) {
    if (start !== at || textEnd < start || end < textEnd)
      throw new Error(`A line starts at ${start}, not ${at}.`);
    at = end;
  }
  if (at !== document.bytes.length) throw new Error(`The lines end at ${at} of ${document.bytes.length}.`);
}

function findingsPointIntoTheFile(document: RdpDocument): void {
  for (const { line, rule, found } of lintRdp(document)) {
    const isThere = line === 1 || (line > 1 && line <= document.lines.length);
    if (!isThere || found === '') throw new Error(`${rule} points to line ${line}: “${found}”.`);
    if (/[\r\n\0\u202e]/.test(found)) throw new Error(`${rule} lets a character through: ${found}`);
  }
}

function editsKeepTheRest(document: RdpDocument): void {
  const edited = named('invalid-request', () => setSetting(document, probe));
  if (edited) {
    const values = settingsIn(edited).filter(({ name }) => name === probe.name);
    same([probe], values, 'set');
    same(others(document), others(edited), 'set');
    const kept = bytesOutside(document);
    if (!bytesOutside(edited).startsWith(kept)) throw new Error('set: a byte outside the line was lost.');
  }
  const removed = named('invalid-request', () => removeSetting(document, probe.name));
  if (removed) {
    same(others(document), settingsIn(removed), 'remove');
    everyByteIsOnALine(removed);
  }
  named('invalid-request', () => applyEdits(document, { set: [probe], remove: ['full address'] }));
}

/** The file but for what the probe's lines say. */
function bytesOutside({ bytes, lines }: RdpDocument): string {
  const parts: Uint8Array[] = [];
  let at = 0;
  let isFirst = true;
  for (const { setting, start, textEnd, end } of lines) {
    if (setting?.name !== probe.name) continue;
    parts.push(bytes.subarray(at, start));
    at = isFirst ? textEnd : end;
    isFirst = false;
  }
  return Buffer.concat([...parts, bytes.subarray(at)]).toString('latin1');
}

function others(document: RdpDocument): RdpSetting[] {
  return settingsIn(document).filter(({ name }) => name !== probe.name);
}

function conversionKeepsTheSettings(document: RdpDocument): void {
  for (const encoding of ['utf-16le', 'utf-8'] as const) {
    const converted = named('invalid-request', () => convertRdp(document, { encoding, lineEnds: 'crlf' }));
    const again = converted && named('unreadable', () => parseRdp(converted));
    if (again) same(settingsIn(document), settingsIn(again), `convert to ${encoding}`);
  }
}

function same(expected: unknown, found: unknown, what: string): void {
  const [a, b] = [JSON.stringify(expected), JSON.stringify(found)];
  if (a !== b) throw new Error(`${what}: expected ${a.slice(0, 500)}, found ${b.slice(0, 500)}`);
}

/** Null where it is refused by the name it may be refused by. */
function named<T>(code: string, work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (isAppError(error) && error.code === code) return null;
    throw error;
  }
}
