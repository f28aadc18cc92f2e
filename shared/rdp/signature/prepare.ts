import { AppError } from '../../errors/app-error';
import type { RdpDocument } from '../parse';
import { encodeRdp } from '../serialize';
import { duplicatesIn, isSignatureLine, recordsIn, type SignedRecord } from './records';
import { scopeOf2026 } from './scope-lists';
import { signedMessage } from './signed-message';

/** A file ready to be signed. */
export interface PreparedRdp {
  /** What the signature is made over. */
  readonly message: Uint8Array;
  /** The names it covers, as `signscope` spells them. */
  readonly scope: readonly string[];
  /** What the person should know of the file, which is signed all the same. */
  readonly warnings: readonly string[];
  /** The whole signed file: UTF-16LE with a byte order mark and CRLF, the form Windows itself writes. */
  withSignature(signature: string): Uint8Array;
}

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
  const scope = scopeOf2026.names.filter((name) => byName.has(name.toLowerCase()));
  const scopeLine = `signscope:s:${scope.join(',')}`;
  const covered = scope.flatMap((name) => byName.get(name.toLowerCase())?.text ?? []);
  const lines = linesToKeep(document, records, scope);
  return {
    message: signedMessage(covered, scopeLine),
    scope,
    warnings: warningsOf(document, byName),
    withSignature: (signature) =>
      encodeRdp([...lines, scopeLine, `signature:s:${signature}`, ''].join('\r\n')),
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

function linesToKeep(
  document: RdpDocument,
  records: readonly SignedRecord[],
  scope: readonly string[],
): readonly string[] {
  const covered = new Set(scope.map((name) => name.toLowerCase()));
  const rewritten = new Map(
    records.filter(({ name }) => covered.has(name)).map(({ line, text }) => [line, text]),
  );
  const kept = document.lines.filter((line) => !isSignatureLine(line));
  const added = records.filter(({ line }) => line === Infinity);
  return [...kept.map(({ number, text }) => rewritten.get(number) ?? text), ...added.map(({ text }) => text)];
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
