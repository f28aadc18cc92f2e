// Three bytes a character at most, and file systems take 255.
const longest = 80;

// With or without an extension, Windows takes these for devices.
const device = /^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$)$/i;

/**
 * A file name for a VM's profile, safe on every system: no path, no device, no control or direction
 * character, no leading dot or hyphen, short enough for every file system. Different names may come to the
 * same file name: whoever writes many must look.
 */
export function profileFileName(name: string): string {
  return `${safeName(name, 'vm')}.rdp`;
}

/**
 * The same without an extension, for a folder or another kind of file.
 *
 * @param instead what takes the place of a name of which nothing is left, and stands before a device's.
 */
export function safeName(name: string, instead: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '-')
    .replace(/\s+/g, ' ');
  const trimmed = withoutHalfCharacter(plain.slice(0, longest))
    .replace(/^[\s.-]+/, '')
    .replace(/[\s.]+$/, '');
  const base = trimmed || instead;
  return isDeviceName(base) ? `${instead}-${base}` : base;
}

export function isDeviceName(name: string): boolean {
  return device.test(name.split('.', 1)[0]?.trim() ?? '');
}

function withoutHalfCharacter(text: string): string {
  return text.replace(/[\ud800-\udbff]$/, '');
}
