/**
 * The first exchange of the Remote Desktop Protocol: an X.224 connection request in a TPKT packet, and its
 * answer. No credential is part of it.
 *
 * Source: [MS-RDPBCGR] 2.2.1.1 and 2.2.1.2, RFC 1006, RFC 905; read 2026-11-22.
 */

/** Security protocols, as bits of the request and as the answer's choice. */
export const protocols = { rdp: 0, ssl: 1, hybrid: 2, rdstls: 4, hybridEx: 8, rdsAad: 0x10 } as const;

const names: Readonly<Record<number, string>> = {
  [protocols.rdp]: 'RDP',
  [protocols.ssl]: 'TLS',
  [protocols.hybrid]: 'HYBRID',
  [protocols.rdstls]: 'RDSTLS',
  [protocols.hybridEx]: 'HYBRID_EX',
  [protocols.rdsAad]: 'RDSAAD',
};

/** `TLS`, `HYBRID`, …; an unknown one as its number. */
export function nameOfProtocol(protocol: number): string {
  return names[protocol] ?? `0x${protocol.toString(16)}`;
}

const tpktVersion = 3;
const headerLength = 4;
const connectionRequest = 0xe0;
const connectionConfirm = 0xd0;
/** How servers hang up that do not know the protocol asked for: xrdp by data, others by a disconnect. */
const hangUps: readonly number[] = [0xf0, 0x80];
const negotiationRequest = 1;
const negotiationResponse = 2;
const negotiationFailure = 3;
const negotiationLength = 8;

/** A header and the shortest message; no server answers the request with more than a few dozen bytes. */
const shortestLength = headerLength + 3;
const longestLength = 512;

export function connectionRequestFor(requestedProtocols: number): Uint8Array {
  const packet = Buffer.alloc(headerLength + 7 + negotiationLength);
  packet.writeUInt8(tpktVersion, 0);
  packet.writeUInt16BE(packet.length, 2);
  packet.writeUInt8(packet.length - headerLength - 1, 4);
  packet.writeUInt8(connectionRequest, 5);
  packet.writeUInt8(negotiationRequest, 11);
  packet.writeUInt16LE(negotiationLength, 13);
  packet.writeUInt32LE(requestedProtocols, 15);
  return packet;
}

export type NegotiationAnswer =
  /** More bytes are needed. */
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'selected'; readonly protocol: number }
  /** It speaks RDP and will not do what was asked: for the reason of that number, or hanging up without one. */
  | { readonly kind: 'refused'; readonly failureCode: number | null }
  | { readonly kind: 'not-rdp' };

const notRdp: NegotiationAnswer = { kind: 'not-rdp' };

/** Reads what a server has answered so far. Never throws, whatever the bytes are. */
export function parseNegotiation(bytes: Uint8Array): NegotiationAnswer {
  const answer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (answer.length > 0 && answer[0] !== tpktVersion) return notRdp;
  if (answer.length < headerLength) return { kind: 'incomplete' };

  const length = answer.readUInt16BE(2);
  if (length < shortestLength || length > longestLength) return notRdp;
  if (answer.length < length) return { kind: 'incomplete' };
  const kind = answer.readUInt8(5) & 0xf0;
  if (hangUps.includes(kind)) return { kind: 'refused', failureCode: null };
  if (kind !== connectionConfirm || length < headerLength + 7) return notRdp;
  return negotiationIn(answer.subarray(headerLength + 7, length));
}

function negotiationIn(data: Buffer): NegotiationAnswer {
  // Servers from before 2003 confirm without a word about security.
  if (data.length < negotiationLength) return { kind: 'selected', protocol: protocols.rdp };
  const value = data.readUInt32LE(4);
  switch (data.readUInt8(0)) {
    case negotiationResponse:
      return { kind: 'selected', protocol: value };
    case negotiationFailure:
      return { kind: 'refused', failureCode: value };
    default:
      return notRdp;
  }
}
