import { once } from 'node:events';
import { ZipFile } from 'yazl';

interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

// The same files make the same zip, whenever and wherever: a run that changes nothing writes nothing.
const options = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true, mode: 0o100_644 } as const;

/** A zip of small files, in their order. */
export async function zipOf(entries: readonly ZipEntry[]): Promise<Uint8Array> {
  const zip = new ZipFile();
  const parts: Uint8Array[] = [];
  zip.outputStream.on('data', (part: Uint8Array) => parts.push(part));
  const ended = once(zip.outputStream, 'end');
  for (const { bytes, name } of entries) zip.addBuffer(Buffer.from(bytes), name, options);
  zip.end();
  await ended;
  return Buffer.concat(parts);
}
