import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSigner } from '../../../../main/rdp-files/signing/signer';
import { type TrustedRoots, verifyRdp } from '../../../../main/rdp-files/signing/verify';
import { parseRdp } from '../../../../shared/rdp/parse';
import { encodeRdp } from '../../../../shared/rdp/serialize';
import { blobOf, readBlob } from '../../../../shared/rdp/signature/blob';
import { Verification } from '../../../../shared/rdp/signature/verification';
import { identityOf, makePublisher } from '../../../support/publisher';

const head =
  'full address:s:vm\r\nalternate full address:s:vm\r\nsignscope:s:Full Address,Alternate Full Address\r\n';
const fileWith = (signature: string) => parseRdp(encodeRdp(`${head}signature:s:${signature}\r\n`));
const base64 = (der: Uint8Array) => Buffer.from(blobOf(der)).toString('base64');

let roots: TrustedRoots;
let der: Uint8Array;
beforeAll(async () => {
  const publisher = makePublisher({ name: 'Publisher' });
  roots = { judgedBy: 'given-roots', certificates: [publisher.certificate] };
  const signed = await createSigner(identityOf(publisher))(parseRdp(encodeRdp(head)));
  const text = Buffer.from(signed.bytes).toString('utf16le');
  const blob = readBlob(/signature:s:(.*)\r/.exec(text)?.[1] ?? '');
  if (!('der' in blob)) throw new Error(blob.found);
  der = blob.der;
});

/** Whatever it is, an answer that keeps its promise, with a name for what is the matter. */
function judged(signature: string): Verification {
  const verification = Verification.parse(verifyRdp(fileWith(signature), roots));
  expect(verification.valid || verification.problems.length > 0).toBe(true);
  return verification;
}

it('stands before the fuzzing: the untouched signature holds', () => {
  expect(judged(base64(der))).toMatchObject({ valid: true, trusted: true });
});

it('never takes changed bytes of the RSA signature', () => {
  for (let bit = 0; bit < 256 * 8; bit += 37) {
    const changed = Uint8Array.from(der);
    const at = changed.length - 256 + (bit >> 3);
    changed[at] = (changed[at] ?? 0) ^ (1 << (bit & 7));
    expect(judged(base64(changed)).valid).toBe(false);
  }
});

const run = { seed: 20261122, numRuns: 400 };

describe('a signature that was damaged', () => {
  it('anywhere in its bytes is judged, not crashed on', () => {
    const bytes = fc.array(fc.tuple(fc.nat({ max: 4000 }), fc.nat({ max: 255 })), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(bytes, (edits) => {
        const changed = Uint8Array.from(der);
        for (const [at, byte] of edits) changed[at % changed.length] = byte;
        expect(judged(base64(changed)).signed).toBe(true);
      }),
      run,
    );
  });

  it('by a cut or an insertion is judged', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 2000 }),
        fc.nat({ max: 60 }),
        fc.uint8Array({ maxLength: 40 }),
        (at, cut, put) => {
          const start = at % der.length;
          const changed = Buffer.concat([der.subarray(0, start), put, der.subarray(start + cut)]);
          expect(judged(base64(changed)).signed).toBe(true);
        },
      ),
      run,
    );
  });

  it('into any bytes, or any text, is judged', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(judged(base64(bytes)).valid).toBe(false);
      }),
      run,
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (text) => {
        expect(judged(text.replace(/[\r\n]/g, '')).valid).toBe(false);
      }),
      run,
    );
  });

  it('by nesting a thousand deep ends in an answer', () => {
    let nested: Uint8Array = Uint8Array.of(5, 0);
    for (let depth = 0; depth < 20_000; depth += 1) {
      const length = nested.length;
      const size = length < 128 ? [length] : [0x83, length >> 16, (length >> 8) & 255, length & 255];
      nested = Buffer.concat([Uint8Array.of(0x30, ...size), nested]);
      if (nested.length > 15_000) break;
    }
    expect(judged(base64(nested)).problems[0]?.id).toBe('cms-is-unreadable');
  });
});

it('judges files of any lines', () => {
  const line = fc.oneof(
    fc.constantFrom(
      'signscope:s:Full Address',
      'signscope:s:',
      'signature:s:AQAB',
      'signature:i:1',
      'full address:s:',
      ':::',
      'signscope:b:00',
    ),
    fc.string({ maxLength: 40 }),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const found = verifyRdp(parseRdp(Buffer.from(lines.join('\r\n'))), roots);
      expect(Verification.parse(found).valid).toBe(false);
    }),
    run,
  );
});

describe('a file made to keep us busy', () => {
  const judgedLines = (...lines: string[]) => verifyRdp(parseRdp(Buffer.from(lines.join('\n'))), roots);

  it('by a scope that repeats one long line is answered', () => {
    const scope = `signscope:s:${Array(4000).fill('full address').join(',')}`;
    const found = judgedLines(`full address:s:${'x'.repeat(60_000)}`, scope, `signature:s:${base64(der)}`);
    expect(found).toMatchObject({ valid: false, covered: ['full address'] });
  });

  it('by very many lines and names is answered', () => {
    const names = Array.from({ length: 10_000 }, (_, index) => `n${index}`);
    const lines = Array.from({ length: 60_000 }, (_, index) => `m${index}:i:1`);
    const found = judgedLines(`signscope:s:${names.join(',')}`, ...lines, `signature:s:${base64(der)}`);
    expect(found.uncovered).toHaveLength(60_000);
  });
});
