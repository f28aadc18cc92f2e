import fc from 'fast-check';
import { expect, it } from 'vitest';
import { utf16File } from '../../../main/rdp-files/utf16-file';
import { encodeRdp } from '../../../shared/rdp/serialize';

it('makes the bytes of any text that the encoder of .rdp files makes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(new Uint8Array(utf16File(text))).toEqual(encodeRdp(text));
    }),
  );
});
