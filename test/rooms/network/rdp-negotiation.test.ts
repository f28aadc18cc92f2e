import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  connectionRequestFor,
  nameOfProtocol,
  parseNegotiation,
  protocols,
} from '../../../main/network/rdp-negotiation';

// What xrdp 0.9.21 and freerdp-shadow 2.11 send, and a failure and an old server as [MS-RDPBCGR] writes them.
const confirmTls = Buffer.from('030000130ed000001234000200080001000000', 'hex');
const confirmHybrid = Buffer.from('030000130ed000000000000200080002000000', 'hex');
const confirmAad = Buffer.from('030000130ed000000000000200080010000000', 'hex');
const hybridRequired = Buffer.from('030000130ed000000000000300080005000000', 'hex');
const beforeNegotiation = Buffer.from('0300000b06d00000123400', 'hex');

it('asks as the specification says', () => {
  expect(Buffer.from(connectionRequestFor(protocols.ssl | protocols.hybrid)).toString('hex')).toBe(
    '030000130ee000000000000100080003000000',
  );
});

it.each([
  ['TLS', confirmTls, { kind: 'selected', protocol: protocols.ssl }],
  ['HYBRID', confirmHybrid, { kind: 'selected', protocol: protocols.hybrid }],
  ['Entra sign-in', confirmAad, { kind: 'selected', protocol: protocols.rdsAad }],
  ['a refusal', hybridRequired, { kind: 'refused', failureCode: 5 }],
  ['a server from before negotiation', beforeNegotiation, { kind: 'selected', protocol: protocols.rdp }],
  ['nothing yet', Buffer.alloc(0), { kind: 'incomplete' }],
  ['half an answer', confirmTls.subarray(0, 12), { kind: 'incomplete' }],
  ['SSH', Buffer.from('SSH-2.0-OpenSSH_9.2\r\n'), { kind: 'not-rdp' }],
  ['HTTP', Buffer.from('HTTP/1.1 400 Bad Request'), { kind: 'not-rdp' }],
  ['a packet of another kind', Buffer.from('0300000b0670000000000000', 'hex'), { kind: 'not-rdp' }],
  ['a disconnect', Buffer.from('0300000b06800000000000', 'hex'), { kind: 'refused', failureCode: null }],
  ['xrdp that hangs up', Buffer.from('0300000902f0802180', 'hex'), { kind: 'refused', failureCode: null }],
  ['a confirmation that is too short', Buffer.from('0300000803d00000', 'hex'), { kind: 'not-rdp' }],
  ['a length that cannot be', Buffer.from('0300ffff', 'hex'), { kind: 'not-rdp' }],
  ['a length that is too small', Buffer.from('03000004', 'hex'), { kind: 'not-rdp' }],
] as const)('reads %s', (_, bytes, expected) => {
  expect(parseNegotiation(bytes)).toEqual(expected);
});

it.each([
  [0, 'RDP'],
  [1, 'TLS'],
  [2, 'HYBRID'],
  [8, 'HYBRID_EX'],
  [16, 'RDSAAD'],
  [64, '0x40'],
])('calls protocol %d %s', (protocol, name) => {
  expect(nameOfProtocol(protocol)).toBe(name);
});

describe('whatever arrives', () => {
  const kinds = ['incomplete', 'selected', 'refused', 'not-rdp'];

  it('is read without an exception', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        expect(kinds).toContain(parseNegotiation(bytes).kind);
      }),
    );
  });

  it('is read without an exception when it begins as RDP does', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(40), (bytes, length) => {
        const packet = Uint8Array.of(3, 0, 0, length, ...bytes);
        expect(kinds).toContain(parseNegotiation(packet).kind);
      }),
    );
  });

  it('means the same however it is cut into pieces', () => {
    fc.assert(
      fc.property(fc.nat(confirmAad.length - 1), (cut) => {
        expect(parseNegotiation(confirmAad.subarray(0, cut)).kind).toBe('incomplete');
      }),
    );
  });
});
