import { AppError } from '../../errors/app-error';
import type { EncodingFound } from '../encoding';
import { duplicatesIn, isSignatureLine, recordsIn, type SettingLine, type SignedRecord } from './records';
import { scopeOf2026 } from './scope-lists';
import { signedMessage } from './signed-message';

/** What signing needs of a file that was read. */
interface ReadLines extends Pick<EncodingFound, 'encoding'> {
  readonly lines: readonly SettingLine[];
}

/** What signing needs of a file: one that is made with others is prepared with them. */
export type SignableRdp = ReadLines | { readonly prepared: PreparedRdp };

/** A file ready to be signed. */
export interface PreparedRdp {
  /** What the signature is made over, as UTF-16LE without a byte order mark. */
  readonly message: string;
  /** The names it covers, as `signscope` spells them. */
  readonly scope: readonly string[];
  /** What the person should know of the file, which is signed all the same. */
  readonly warnings: readonly string[];
  /** The whole signed file with CRLF, to be written as UTF-16LE behind a byte order mark. */
  withSignature(signature: string): string;
}

const scopeNames = scopeOf2026.names.map((name) => ({ name, lower: name.toLowerCase() }));

/**
 * What is to be signed of a file. An older signature goes. Lines outside the scope, comments and unknown
 * settings keep their place and their text; covered lines lose blanks around the name, the type and before
 * the value, as Windows' own signer drops them.
 *
 * @throws AppError `invalid-request` for a setting that is there twice, an address that is missing or empty,
 *   and a NUL in a line.
 */
export function prepareToSign(document: SignableRdp): PreparedRdp {
  if ('prepared' in document) return document.prepared;
  const { covered, kept, scope, scopeLine, warnings } = layOut(document);
  return prepared({ covered: covered.map(({ text }) => text), kept, scope, scopeLine, warnings });
}

/**
 * Prepares files that have the same lines, and the same text in all but the first of them: those are looked at
 * once.
 *
 * @param document one of the files, with an alternate address of its own.
 * @param first how many lines differ.
 * @returns what prepares the file with these first lines, which have no blanks that a signature leaves out.
 * @throws AppError as `prepareToSign`.
 */
export function prepareAlike(document: ReadLines, first: number): (texts: readonly string[]) => PreparedRdp {
  const { covered, kept, scope, scopeLine, warnings } = layOut(document);
  const alike = kept.slice(first);
  return (texts) =>
    prepared({
      covered: covered.map(({ line, text }) => texts[line - 1] ?? text),
      kept: [...texts, ...alike],
      scope,
      scopeLine,
      warnings,
    });
}

interface Layout<Covered> extends Pick<PreparedRdp, 'scope' | 'warnings'> {
  /** In the order of the scope. */
  readonly covered: readonly Covered[];
  readonly scopeLine: string;
  /** The lines of the file, but for its signature. */
  readonly kept: readonly string[];
}

function layOut(document: ReadLines): Layout<SignedRecord> {
  const records = signable(recordsIn(document));
  const scope: string[] = [];
  const covered: SignedRecord[] = [];
  for (const { lower, name } of scopeNames) {
    const record = records.get(lower);
    if (!record) continue;
    scope.push(name);
    covered.push(record);
  }
  return {
    covered,
    kept: linesToKeep(document, covered),
    scope,
    scopeLine: `signscope:s:${scope.join(',')}`,
    warnings: warningsOf(document, records),
  };
}

function prepared({ covered, kept, scope, scopeLine, warnings }: Layout<string>): PreparedRdp {
  return {
    message: signedMessage(covered, scopeLine),
    scope,
    warnings,
    withSignature: (signature) => `${kept.join('\r\n')}\r\n${scopeLine}\r\nsignature:s:${signature}\r\n`,
  };
}

type Records = ReadonlyMap<string, SignedRecord>;

/** The records by their names, where they can be signed; the alternate address is always among them. */
function signable(found: readonly SignedRecord[]): Records {
  const records = new Map<string, SignedRecord>();
  for (const record of found) records.set(record.name, record);
  const [twice] = records.size < found.length ? duplicatesIn(found) : [];
  if (twice) {
    throw refused(
      `“${twice.name}” is there more than once (lines ${twice.lines.join(', ')}), and clients disagree which one counts. Remove all but one`,
    );
  }
  const broken = found.find(({ written }) => written.includes('\0'));
  if (broken) throw refused(`line ${broken.line} holds a NUL character, where clients stop reading`);
  const address = records.get('full address')?.value;
  if (address === undefined) {
    throw refused('it has no “full address”, so it connects to nothing. Add that line');
  }
  if (address.trim() === '') throw refused('its “full address” is empty. Write the host name there');
  const alternate = records.get('alternate full address');
  // An unsigned line that clients prefer to the signed address would make the signature worthless.
  if (!alternate) records.set('alternate full address', alternateAddress(address));
  else if (alternate.value.trim() === '') {
    throw refused(
      'its “alternate full address” is empty, and clients prefer that line. Remove it, or give it the value of “full address”',
    );
  }
  return records;
}

/** A line that is yet to be added. */
function alternateAddress(value: string): SignedRecord {
  const name = 'alternate full address';
  return { name, line: Infinity, type: 's', value, text: `${name}:s:${value}`, written: '' };
}

function linesToKeep({ lines }: ReadLines, covered: readonly SignedRecord[]): readonly string[] {
  const respelled = covered.filter(({ text, written }) => text !== written);
  const textOf = new Map(respelled.map(({ line, text }) => [line, text]));
  const kept: string[] = [];
  for (const line of lines) {
    if (!isSignatureLine(line)) kept.push(textOf.get(line.number) ?? line.text);
  }
  const added = textOf.get(Infinity);
  if (added !== undefined) kept.push(added);
  return kept;
}

function warningsOf(document: ReadLines, records: Records): string[] {
  const [full, alternate] = ['full address', 'alternate full address'].map(
    (name) => records.get(name)?.value,
  );
  return [
    ...(full !== alternate
      ? [
          `“full address” says ${full} and “alternate full address” says ${alternate}: clients connect to the second.`,
        ]
      : []),
    ...(document.encoding === 'windows-1252'
      ? ['The file was in no Unicode encoding and was read as Windows-1252: look at its special characters.']
      : []),
    ...(records.has('password 51')
      ? ['The file holds a saved password, which the signature does not cover.']
      : []),
    ...(records.has('gatewayaccesstoken')
      ? ['The file holds a gateway token, which the signature does not cover and which soon runs out.']
      : []),
  ];
}

function refused(why: string): AppError {
  return new AppError('invalid-request', `The file was not signed: ${why}.`, {
    help: 'rdp-signature-refused',
  });
}
