/** The few shapes of ASN.1's distinguished encoding that a certificate is made of. */
export const der = {
  sequence: (...parts: readonly Buffer[]): Buffer => tagged(0x30, Buffer.concat(parts)),
  set: (...parts: readonly Buffer[]): Buffer => tagged(0x31, Buffer.concat(parts)),
  /** A positive number, most significant byte first. */
  integer: (bytes: Buffer): Buffer =>
    tagged(0x02, (bytes[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.of(0), bytes]) : bytes),
  boolean: (value: boolean): Buffer => tagged(0x01, Buffer.of(value ? 0xff : 0)),
  text: (value: string): Buffer => tagged(0x0c, Buffer.from(value, 'utf8')),
  octets: (value: Buffer): Buffer => tagged(0x04, value),
  /** Bits of which the last `unused` are no part of the value. */
  bits: (value: Buffer, unused = 0): Buffer => tagged(0x03, Buffer.concat([Buffer.of(unused), value])),
  time: (value: Date): Buffer =>
    tagged(0x17, Buffer.from(`${value.toISOString().slice(2, 19).replace(/[-:T]/g, '')}Z`, 'ascii')),
  /** `[number] { … }` */
  context: (number: number, value: Buffer): Buffer => tagged(0xa0 + number, value),
  /** `[number]` of a primitive value. */
  contextPrimitive: (number: number, value: Buffer): Buffer => tagged(0x80 + number, value),
  objectId,
} as const;

function tagged(tag: number, value: Buffer): Buffer {
  return Buffer.concat([Buffer.of(tag), lengthOf(value.length), value]);
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.of(length);
  return length < 0x100 ? Buffer.of(0x81, length) : Buffer.of(0x82, length >> 8, length & 0xff);
}

function objectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return tagged(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

/** Seven bits a byte, all but the last marked as to be continued. */
function base128(value: number): readonly number[] {
  const last = value & 0x7f;
  const before = Math.floor(value / 128);
  return before === 0 ? [last] : [...base128(before).slice(0, -1), (before & 0x7f) | 0x80, last];
}
