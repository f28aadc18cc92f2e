import { close, fsync, open as openDescriptor, rename, write } from 'node:fs';
import { chmod, lstat, mkdir, mkdtemp, open, readdir, realpath, rm, rmdir, stat } from 'node:fs/promises';
import { promisify } from 'node:util';

/** A file that was not there before. */
export interface NewFile {
  write(bytes: Uint8Array): Promise<void>;
  /** Some file systems tell only here that there was no room. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

const inPool = {
  open: promisify(openDescriptor),
  write: promisify(write),
  sync: promisify(fsync),
  close: promisify(close),
};

/** By its descriptor: the runtime's own handles cost as much as writing a small file does. */
async function create(path: string): Promise<NewFile> {
  const descriptor = await inPool.open(path, 'wx', 0o600);
  return {
    async write(bytes) {
      for (let done = 0; done < bytes.length; ) {
        done += (await inPool.write(descriptor, bytes, done)).bytesWritten;
      }
    },
    sync: () => inPool.sync(descriptor),
    close: () => inPool.close(descriptor),
  };
}

/** The part of the file system this room uses, so that a test can fill the disk. */
export const fileSystem = {
  chmod,
  create,
  lstat,
  mkdir,
  mkdtemp,
  open,
  readdir,
  realpath,
  rename: promisify(rename),
  rm,
  rmdir,
  stat,
};
export type FileSystem = typeof fileSystem;
