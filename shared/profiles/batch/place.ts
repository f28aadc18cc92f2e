import { isDeviceName } from '../../rdp/profile-name';
import { shown } from '../../rdp/shown';

/** Relative to the folder of the batch, with forward slashes. */
export type Place =
  | { readonly path: string; readonly problem: null }
  | { readonly path: null; readonly problem: string };

/** File systems take 255 bytes a name, and Windows 260 characters a path with the folder it is in. */
const most = { nameBytes: 200, pathCharacters: 180 } as const;

/**
 * Where a person wants a file, below the folder it belongs to. Slashes of either kind part folders; `.rdp` is
 * added where it is missing. What would leave the folder, or is a name some system cannot keep, is refused
 * rather than mended: two rows could otherwise come to the same file unseen.
 */
export function placeGiven(out: string): Place {
  const text = /\.rdp$/i.test(out) ? out : `${out}.rdp`;
  if (/^[\\/]/.test(text))
    return refused(out, 'it is an absolute path. Write it relative to the folder of the batch');
  if (/^[a-z]:/i.test(text))
    return refused(out, 'it begins with a drive letter. Write it relative to the folder of the batch');
  if (text.length > most.pathCharacters) {
    return refused(out, `it has ${text.length} characters, and ${most.pathCharacters} are the most`);
  }
  const parts = text.normalize('NFC').split(/[\\/]/);
  for (const part of parts) {
    const fault = faultOfName(part);
    if (fault) return refused(out, fault);
  }
  return { path: parts.join('/'), problem: null };
}

function faultOfName(name: string): string | null {
  if (name === '') return 'there is a folder without a name in it';
  if (name === '..') return '“..” would lead out of the folder of the batch';
  if (name === '.') return '“.” is no name of a folder';
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(name)) return 'it holds a character that cannot be seen';
  const [reserved] = /[<>:"|?*]/.exec(name) ?? [];
  if (reserved) return `it holds ${reserved}, which Windows takes for something else`;
  if (/^\s|[\s.]$/.test(name))
    return `“${name}” begins with a blank, or ends with a blank or a dot, which Windows drops`;
  if (name.startsWith('.')) return `“${name}” begins with a dot, which hides it`;
  if (isDeviceName(name)) return `“${name}” is a device for Windows, not a file`;
  const bytes = utf8Length(name);
  return bytes > most.nameBytes
    ? `“${name.slice(0, 20)}…” takes ${bytes} bytes, and ${most.nameBytes} are the most`
    : null;
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}

function refused(out: string, why: string): Place {
  return { path: null, problem: `The file cannot be called ${shown(out)}: ${why}.` };
}

/** What file systems without letter case, and those that take Unicode's forms for the same, hold for one place. */
export function sameOnDisk(path: string): string {
  // Most names are plain, and many are compared.
  if (/^[\x20-\x7e]*$/.test(path)) return path.toLowerCase();
  return path.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFC');
}
