import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';

/**
 * Unpacks the entries of a zip file for which `placeOf` gives a path, each held to its length and its CRC-32.
 * Names that would leave the folder are refused by yauzl.
 *
 * @param {string} zipFile
 * @param {string} folder Where to; made when it is not there.
 * @param {(name: string) => string | undefined} placeOf From an entry's name to its path in `folder`.
 * @returns {Promise<number>} How many files were unpacked.
 */
export async function unzipSome(zipFile, folder, placeOf) {
  const zip = await yauzl.openPromise(zipFile);
  let count = 0;
  for await (const entry of zip.eachEntry()) {
    const place = entry.fileName.endsWith('/') ? undefined : placeOf(entry.fileName);
    if (place === undefined) continue;
    await unpack(zip, entry, join(folder, place));
    count += 1;
  }
  return count;
}

async function unpack(zip, entry, file) {
  await mkdir(dirname(file), { recursive: true });
  let sum = 0;
  const summed = new Transform({
    transform(chunk, _encoding, passOn) {
      sum = crc32(chunk, sum);
      passOn(null, chunk);
    },
  });
  // The upper half holds the Unix mode: the programs among the files must stay programs.
  const mode = (entry.externalFileAttributes >>> 16) & 0o777 || 0o644;
  await pipeline(await zip.openReadStreamPromise(entry), summed, createWriteStream(file, { mode }));
  if (sum !== entry.crc32) throw new Error(`${entry.fileName} is corrupt in its zip file.`);
}
