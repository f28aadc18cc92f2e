import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';

/** A name to its addresses; `silent` never answers, a number is the response code it answers with (3: no such name). */
type Zone = Readonly<Record<string, readonly string[] | 'silent' | number>>;

export interface DnsServer {
  /** As a resolver is told: `127.0.0.1:5353`. */
  readonly address: string;
  /** Each question, as `A web-01.corp.example`. */
  readonly asked: readonly string[];
  close(): void;
}

const types: Readonly<Record<number, 'A' | 'AAAA'>> = { 1: 'A', 28: 'AAAA' };
const noSuchName = 3;

/** A DNS server on loopback that knows a handful of names: enough of RFC 1035 for one question a packet. */
export async function startDnsServer(zone: Zone): Promise<DnsServer> {
  const socket = createSocket('udp4');
  const asked: string[] = [];
  socket.on('message', (query, { port, address }) => {
    const { name, type, end } = questionIn(query);
    asked.push(`${types[type] ?? type} ${name}`);
    const known = zone[name.toLowerCase()] ?? noSuchName;
    if (known === 'silent') return;
    socket.send(answerTo(query, end, type, known), port, address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return { address: `127.0.0.1:${portOf(socket)}`, asked, close: () => socket.close() };
}

function portOf(socket: Socket): number {
  return socket.address().port;
}

function questionIn(query: Buffer): { name: string; type: number; end: number } {
  const labels: string[] = [];
  let offset = 12;
  for (let length = query.readUInt8(offset); length > 0; length = query.readUInt8(offset)) {
    labels.push(query.toString('latin1', offset + 1, offset + 1 + length));
    offset += 1 + length;
  }
  return { name: labels.join('.'), type: query.readUInt16BE(offset + 1), end: offset + 5 };
}

function answerTo(query: Buffer, end: number, type: number, known: readonly string[] | number): Buffer {
  const answer = Buffer.from(query.subarray(0, end));
  const records =
    typeof known === 'number'
      ? []
      : known.filter((address) => address.includes(':') === (types[type] === 'AAAA')).map(recordOf);
  answer.writeUInt16BE(0x8180 | (typeof known === 'number' ? known : 0), 2);
  answer.writeUInt16BE(records.length, 6);
  answer.writeUInt32BE(0, 8);
  return Buffer.concat([answer, ...records]);
}

/** The question's name by reference, class IN, and a minute to live. */
function recordOf(address: string): Buffer {
  const isIPv6 = address.includes(':');
  const data = isIPv6 ? ipv6Bytes(address) : Buffer.from(address.split('.').map(Number));
  const head = Buffer.alloc(12);
  head.writeUInt16BE(0xc00c, 0);
  head.writeUInt16BE(isIPv6 ? 28 : 1, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt32BE(60, 6);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}

function ipv6Bytes(address: string): Buffer {
  const [before = '', after = ''] = address.split('::');
  const groups = (text: string) => text.split(':').filter(Boolean);
  const zeros = Array<string>(8 - groups(before).length - groups(after).length).fill('0');
  const all = [...groups(before), ...zeros, ...groups(after)].map((group) => Number.parseInt(group, 16));
  return Buffer.from(all.flatMap((group) => [group >> 8, group & 0xff]));
}
