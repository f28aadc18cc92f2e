import { propertyNamed } from '../../rdp/catalogue';
import { lineOf, type RdpSetting } from '../../rdp/setting';

/** A setting of the catalogue, with the type it has there. */
export function setting(name: string, value: string | number): RdpSetting {
  return { name, type: propertyNamed(name)?.type ?? 's', value: String(value) };
}

/** Whether a setting can stand in one line. */
export function fitsLine({ value }: RdpSetting): boolean {
  return !/[\r\n\0]/.test(value) && value.length <= 32_768;
}

export function linesOf(settings: readonly RdpSetting[]): string[] {
  return settings.map(lineOf);
}

/** `C:\;E:\;`, as Windows writes the drives to share. What is no drive letter is passed over. */
export function driveList(letters: readonly string[]): string {
  const drives = letters.flatMap((text) => /^\s*([a-z])(?::\\?)?\s*$/i.exec(text)?.[1] ?? []);
  return [...new Set(drives.map((letter) => `${letter.toUpperCase()}:\\;`))].join('');
}
