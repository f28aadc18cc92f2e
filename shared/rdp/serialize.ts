import { AppError } from '../errors/app-error';
import { encodeFile } from './encode';
import { lineOf, type RdpSetting } from './setting';

/**
 * The bytes of an .rdp file: UTF-16LE with a byte order mark and CRLF, the one form that the Windows
 * client, FreeRDP and Remmina all read.
 *
 * @throws AppError `invalid-request` for a value that would not stay on its line.
 */
export function serializeRdp(settings: readonly RdpSetting[]): Uint8Array {
  return encodeRdp(settings.map((setting) => `${checkedLine(setting)}\r\n`).join(''));
}

/** Any text as UTF-16LE with a byte order mark. */
export function encodeRdp(text: string): Uint8Array {
  return encodeFile(text, { encoding: 'utf-16le', hasByteOrderMark: true });
}

/** @throws AppError `invalid-request` for a setting that no line can carry. */
export function checkedLine(setting: RdpSetting): string {
  const { name, type, value } = setting;
  if (!/^[^:\r\n\0]+$/.test(name) || name.trim() !== name) {
    throw new AppError('invalid-request', `“${name}” cannot be the name of a setting in an .rdp file.`);
  }
  if (/[\r\n\0]/.test(value)) {
    throw new AppError('invalid-request', `The value of “${name}” holds a line break and cannot be written.`);
  }
  if (type === 'i' && !/^-?\d+$/.test(value)) {
    throw new AppError('invalid-request', `“${value}” is not a number, which “${name}” needs.`);
  }
  return lineOf(setting);
}
