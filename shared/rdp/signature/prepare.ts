import { AppError } from '../../errors/app-error';
import type { EncodingFound } from '../encoding';
import { duplicatesIn, isSignatureLine, recordsIn, type SettingLine, type SignedRecord } from './records';
import { scopeOf2026 } from './scope-lists';
import { signedMessage } from './signed-message';

/** What signing needs of a file: one that was read has it, and one that is being made. */
export interface SignableRdp extends Pick<EncodingFound, 'encoding'> {
  readonly lines: readonly SettingLine[];
  /** As `recordsIn` finds them in the lines, where somebody knows them already. */
  readonly records?: readonly SignedRecord[];
}

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
  const records = signable(document.records ?? recordsIn(document));
  const scope: string[] = [];
  const covered: SignedRecord[] = [];
  for (const { lower, name } of scopeNames) {
    const record = records.get(lower);
    if (!record) continue;
    scope.push(name);
    covered.push(record);
  }
  const scopeLine = `signscope:s:${scope.join(',')}`;
  const kept = [...linesToKeep(document, covered), scopeLine, 'signature:s:'].join('\r\n');
  const texts = covered.map(({ text }) => text);
  return {
    message: signedMessage(texts, scopeLine),
    scope,
    warnings: warningsOf(document, records),
    withSignature: (signature) => `${kept}${signature}\r\n`,
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

function linesToKeep({ lines }: SignableRdp, covered: readonly SignedRecord[]): readonly string[] {
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

function warningsOf(document: SignableRdp, records: Records): string[] {
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
