import { AppError } from '../../errors/app-error';
import type { RdpDocument } from '../parse';
import { duplicatesIn, isSignatureLine, recordsIn, type SignedRecord } from './records';
import { scopeOf2026 } from './scope-lists';
import { signedMessage } from './signed-message';

/** A file ready to be signed. */
export interface PreparedRdp {
  /** What the signature is made over, as UTF-16LE without a byte order mark. */
  readonly message: string;
  /** The names it covers, as `signscope` spells them. */
  readonly scope: readonly string[];
  /** What the person should know of the file, which is signed all the same. */
  readonly warnings: readonly string[];
  /** The whole signed file with CRLF, to be written as UTF-16LE; its byte order mark stands at its start. */
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
export function prepareToSign(document: RdpDocument): PreparedRdp {
  const found = recordsIn(document);
  refuseUnsignable(found);
  const records = withAlternateAddress(found);
  const byName = new Map(records.map((record) => [record.name, record]));
  const names = scopeNames.filter(({ lower }) => byName.has(lower));
  const scope = names.map(({ name }) => name);
  const scopeLine = `signscope:s:${scope.join(',')}`;
  const covered = names.flatMap(({ lower }) => byName.get(lower) ?? []);
  const kept = linesToKeep(document, covered);
  const head = [`\ufeff${kept[0] ?? ''}`, ...kept.slice(1), scopeLine, 'signature:s:'].join('\r\n');
  return {
    message: signedMessage(
      covered.map(({ text }) => text),
      scopeLine,
    ),
    scope,
    warnings: warningsOf(document, byName),
    withSignature: (signature) => `${head}${signature}\r\n`,
  };
}

function refuseUnsignable(records: readonly SignedRecord[]): void {
  const [twice] = duplicatesIn(records);
  if (twice) {
    throw refused(
      `“${twice.name}” is there more than once (lines ${twice.lines.join(', ')}), and clients disagree which one counts. Remove all but one`,
    );
  }
  const broken = records.find(({ written }) => written.includes('\0'));
  if (broken) throw refused(`line ${broken.line} holds a NUL character, where clients stop reading`);
  const address = records.find(({ name }) => name === 'full address');
  if (!address) throw refused('it has no “full address”, so it connects to nothing. Add that line');
  if (address.value.trim() === '') throw refused('its “full address” is empty. Write the host name there');
  const alternate = records.find(({ name }) => name === 'alternate full address');
  if (alternate && alternate.value.trim() === '') {
    throw refused(
      'its “alternate full address” is empty, and clients prefer that line. Remove it, or give it the value of “full address”',
    );
  }
}

// An unsigned line that clients prefer to the signed address would make the signature worthless.
function withAlternateAddress(records: readonly SignedRecord[]): readonly SignedRecord[] {
  if (records.some(({ name }) => name === 'alternate full address')) return records;
  const { value = '' } = records.find(({ name }) => name === 'full address') ?? {};
  const text = `alternate full address:s:${value}`;
  return [
    ...records,
    { name: 'alternate full address', line: Infinity, type: 's', value, text, written: text },
  ];
}

function linesToKeep(document: RdpDocument, covered: readonly SignedRecord[]): readonly string[] {
  const rewritten = new Map(covered.map(({ line, text }) => [line, text]));
  const added = rewritten.get(Infinity);
  return [
    ...document.lines
      .filter((line) => !isSignatureLine(line))
      .map(({ number, text }) => rewritten.get(number) ?? text),
    ...(added === undefined ? [] : [added]),
  ];
}

function warningsOf(document: RdpDocument, byName: ReadonlyMap<string, SignedRecord>): string[] {
  const [full, alternate] = ['full address', 'alternate full address'].map((name) => byName.get(name)?.value);
  return [
    ...(full !== alternate
      ? [
          `“full address” says ${full} and “alternate full address” says ${alternate}: clients connect to the second.`,
        ]
      : []),
    ...(document.encoding === 'windows-1252'
      ? ['The file was in no Unicode encoding and was read as Windows-1252: look at its special characters.']
      : []),
    ...(byName.has('password 51')
      ? ['The file holds a saved password, which the signature does not cover.']
      : []),
    ...(byName.has('gatewayaccesstoken')
      ? ['The file holds a gateway token, which the signature does not cover and which soon runs out.']
      : []),
  ];
}

function refused(why: string): AppError {
  return new AppError('invalid-request', `The file was not signed: ${why}.`, {
    help: 'rdp-signature-refused',
  });
}
