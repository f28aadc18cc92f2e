import { createHash, createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseRdp } from '../../../../shared/rdp/parse';
import { encodeRdp } from '../../../../shared/rdp/serialize';
import { prepareToSign } from '../../../../shared/rdp/signature/prepare';
import { scopeOf2015, scopeOf2026 } from '../../../../shared/rdp/signature/scope-lists';
import { signedMessage } from '../../../../shared/rdp/signature/signed-message';
import known from '../../../fixtures/rdp-signature/known-answers.json';

const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const fileOf = (...lines: string[]) => parseRdp(encodeRdp(lines.map((line) => `${line}\r\n`).join('')));

describe('the message of a signed file that Microsoft printed', () => {
  const { records, signscope, ...expected } = known.kat1_microsoft_sample;
  const message = utf16(signedMessage(records, `signscope:s:${signscope}`));

  it('has its length and digests', () => {
    expect(message.length).toBe(expected.message_utf16le_bytes);
    expect(createHash('sha1').update(message).digest('hex')).toBe(expected.sha1_hex);
    expect(sha256(message)).toBe(expected.sha256_hex);
  });

  it('is what its RSA signature was made over', () => {
    const n = Buffer.from(expected.rsa_modulus_b64, 'base64').toString('base64url');
    const key = createPublicKey({ format: 'jwk', key: { kty: 'RSA', n, e: 'AQAB' } });
    const signature = Buffer.from(expected.rsa_signature_b64, 'base64');
    expect(verify('sha1', message, key, signature)).toBe(true);
    expect(verify('sha1', Buffer.concat([message, Buffer.of(0)]), key, signature)).toBe(false);
  });

  it('is the one we would sign for the same lines', () => {
    const prepared = prepareToSign(fileOf(...records));
    expect(prepared.scope.join(',')).toBe(signscope);
    expect(utf16(prepared.message).equals(message)).toBe(true);
  });
});

it('the message of a file signed elsewhere is taken as that file spells it', () => {
  const { records, signscope_line: scopeLine, ...expected } = known.kat2_capitals;
  const message = utf16(signedMessage(records, scopeLine));
  expect(message.length).toBe(expected.message_bytes);
  expect(sha256(message)).toBe(expected.message_sha256_hex);
  expect(sha256(utf16(signedMessage(records, scopeLine.toLowerCase())))).not.toBe(
    expected.message_sha256_hex,
  );
});

describe('the message of a made-up file', () => {
  const { kat3_synthetic: expected } = known;
  const prepared = prepareToSign(fileOf(...expected.input_lines));

  it('covers the names of the list that are there, in the order of the list', () => {
    expect(prepared.scope.join(',')).toBe(expected.signscope);
  });

  it('is right to the byte', () => {
    const message = utf16(prepared.message);
    expect(message.length).toBe(expected.message_utf16le_bytes);
    expect(sha256(message)).toBe(expected.sha256_hex);
    const hex = message.toString('hex');
    expect(hex.startsWith(expected.message_hex_first_64)).toBe(true);
    expect(hex.endsWith(expected.message_hex_last_16)).toBe(true);
  });

  it('is of a file with the second address written out', () => {
    const written = prepared.withSignature('AQAB');
    expect(written.split('\r\n')).toEqual([
      ...expected.expected_records_after_preparation,
      `signscope:s:${expected.signscope}`,
      'signature:s:AQAB',
      '',
    ]);
  });
});

it('knows both lists of names', () => {
  expect(scopeOf2026.names).toEqual(known.scope_order_2026);
  expect(scopeOf2015.names).toHaveLength(45);
  expect(scopeOf2015.names.at(-1)).toBe('EventLogUploadAddress');
});
