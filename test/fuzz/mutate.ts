import { catalogue } from '../../shared/rdp/catalogue';
import type { Random } from './random';

/** Input `index` of a run: a file of the corpus, or none, changed in up to eight places. */
export function inputFor(random: Random, corpus: readonly Uint8Array[]): Uint8Array {
  let bytes = random.below(20) === 0 ? noise(random) : Uint8Array.from(random.pick(corpus));
  for (let left = random.below(9); left > 0; left -= 1) {
    bytes = random.pick(mutations)(bytes, random, corpus);
  }
  return bytes.length > longest ? bytes.slice(0, longest) : bytes;
}

const longest = 200_000;
const telling = [
  0x00, 0x0a, 0x0d, 0x3a, 0x20, 0x09, 0x2f, 0xff, 0xfe, 0xef, 0xbb, 0xbf, 0xd8, 0xdc, 0xc3, 0x80,
];
const words = [
  ':i:1',
  ':s:',
  ':b:',
  '\r\n',
  '\n',
  '\r',
  '\0',
  '0x10',
  '-1',
  '4294967295',
  '[2001:db8::1]:3389',
  '%USERNAME%',
  '/cert:ignore\n',
  'signature:s:AQABAAEAAA',
  'signscope:s:Full Address,',
  'audiomode:i:1\r\n',
  'AudioMode : I :2\n',
  '\u202e',
  '\u2028',
  '😀',
  'ü',
  ...catalogue.map(({ name, type }) => `${name}:${type}:`),
];

type Mutation = (bytes: Uint8Array, random: Random, corpus: readonly Uint8Array[]) => Uint8Array;

const mutations: readonly Mutation[] = [
  flipped,
  flipped,
  withTelling,
  withTelling,
  withWord,
  withWord,
  withWord,
  (bytes, random) => replaced(bytes, span(bytes, random), new Uint8Array()),
  (bytes, random) => {
    const part = bytes.slice(...span(bytes, random));
    return inserted(bytes, random, part);
  },
  (bytes, random, corpus) => {
    const other = random.pick(corpus);
    return inserted(bytes, random, other.slice(...span(other, random)));
  },
  (bytes, random) => bytes.slice(0, random.below(bytes.length + 1)),
  (bytes, random) => bytes.slice(random.below(Math.min(bytes.length, 4) + 1)),
  widened,
  (bytes) => bytes.filter((byte) => byte !== 0),
  (bytes, random) => (random.below(400) === 0 ? repeated(bytes, random.below(60)) : bytes),
];

/** As if each byte were a UTF-16 character. */
function widened(bytes: Uint8Array): Uint8Array {
  const wide = new Uint8Array(Math.min(bytes.length, 20_000) * 2);
  for (let at = 0; at * 2 < wide.length; at += 1) wide[at * 2] = bytes[at] ?? 0;
  return wide;
}

function noise(random: Random): Uint8Array {
  return Uint8Array.from({ length: random.below(300) }, () => random.below(256));
}

function flipped(bytes: Uint8Array, random: Random): Uint8Array {
  const at = random.below(bytes.length || 1);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
  return bytes;
}

function withTelling(bytes: Uint8Array, random: Random): Uint8Array {
  bytes[random.below(bytes.length || 1)] = random.pick(telling);
  return bytes;
}

function withWord(bytes: Uint8Array, random: Random): Uint8Array {
  const encoding = random.pick(['utf8', 'utf16le', 'latin1'] as const);
  return inserted(bytes, random, Buffer.from(random.pick(words), encoding));
}

function span(bytes: Uint8Array, random: Random): [number, number] {
  const start = random.below(bytes.length + 1);
  return [start, Math.min(bytes.length, start + random.below(64))];
}

function inserted(bytes: Uint8Array, random: Random, part: Uint8Array): Uint8Array {
  const at = random.below(bytes.length + 1);
  return replaced(bytes, [at, at], part);
}

function replaced(bytes: Uint8Array, [start, end]: readonly [number, number], part: Uint8Array): Uint8Array {
  const result = new Uint8Array(bytes.length - (end - start) + part.length);
  result.set(bytes.subarray(0, start));
  result.set(part, start);
  result.set(bytes.subarray(end), start + part.length);
  return result;
}

function repeated(bytes: Uint8Array, times: number): Uint8Array {
  const count = Math.min(times, Math.floor(longest / (bytes.length || 1)));
  const result = new Uint8Array(bytes.length * count);
  for (let copy = 0; copy < count; copy += 1) result.set(bytes, copy * bytes.length);
  return result;
}
