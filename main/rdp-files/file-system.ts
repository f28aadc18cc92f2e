import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  open,
  readdir,
  realpath,
  rename,
  rm,
  rmdir,
  stat,
} from 'node:fs/promises';

/** The part of the file system this room uses, so that a test can fill the disk. */
export const fileSystem = { chmod, lstat, mkdir, mkdtemp, open, readdir, realpath, rename, rm, rmdir, stat };
export type FileSystem = typeof fileSystem;
