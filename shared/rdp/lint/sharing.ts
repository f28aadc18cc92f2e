import { propertyNamed } from '../catalogue';
import { shown } from '../shown';
import { type FoundSetting, isOn, type LintFile } from './lint-file';
import { type LintRule, observed, type Severity } from './rule';
import type { RuleId } from './rule-id';

/**
 * What a file may ask to share, each with a box of its own in the dialog Windows shows since April 2026, and
 * the settings that ask for it.
 * Source: understanding-security-warnings, text of 2026-04-07.
 */
export const sharings = [
  { kind: 'drives', box: 'Drives', settings: ['drivestoredirect', 'redirectdrives'] },
  { kind: 'clipboard', box: 'Clipboard', settings: ['redirectclipboard'] },
  { kind: 'printers', box: 'Printers', settings: ['redirectprinters'] },
  { kind: 'microphone', box: 'Microphone', settings: ['audiocapturemode'] },
  {
    kind: 'smart-cards',
    box: 'Smart cards or Windows Hello for Business',
    settings: ['redirectsmartcards', 'redirectsmartcard'],
  },
  { kind: 'passkeys', box: 'WebAuthn (passkeys)', settings: ['redirectwebauthn'] },
  { kind: 'ports', box: 'Serial ports', settings: ['redirectcomports'] },
  { kind: 'point-of-service', box: 'Point-of-service devices', settings: ['redirectposdevices'] },
  { kind: 'location', box: 'Location', settings: ['redirectlocation'] },
  { kind: 'cameras', box: 'Cameras', settings: ['camerastoredirect'] },
  { kind: 'devices', box: 'Plug-and-play devices', settings: ['devicestoredirect'] },
  { kind: 'usb-devices', box: 'RemoteFX USB devices', settings: ['usbdevicestoredirect'] },
] as const;

export type SharingKind = (typeof sharings)[number]['kind'];

/** The lines that ask to share something of that kind. */
export function askingFor({ all }: Pick<LintFile, 'all'>, kind: SharingKind): FoundSetting[] {
  const { settings } = sharings.find((sharing) => sharing.kind === kind) ?? { settings: [] };
  return settings.flatMap(all).filter(asks);
}

// A list that starts by excluding (`-device`) without naming one asks for nothing; any other text does.
function asks(setting: FoundSetting): boolean {
  return setting.type === 'i' ? isOn(setting) : setting.value.replaceAll(/[;,\s]/g, '') !== '';
}

/** The rule for one kind of sharing: a finding for each line that asks for it. */
export function sharingRule(
  id: RuleId,
  kinds: readonly SharingKind[],
  severity: Severity,
  { title, costs }: { readonly title: string; readonly costs: string },
): LintRule {
  return {
    id,
    title,
    look: (file) =>
      kinds
        .flatMap((kind) => askingFor(file, kind))
        .map((setting) => observed(severity, setting, `${title}: ${quoted(setting)}. ${costs}`)),
  };
}

function quoted({ name, type, value }: FoundSetting): string {
  return type === 'i' ? `“${name}” is ${value.trim()}` : `“${name}” names ${shown(value)}`;
}

/** The settings that share something when their line is missing, as the Windows client has them on. */
export const sharedByDefault: readonly string[] = sharings
  .flatMap(({ settings }) => [...settings])
  .filter((name) => propertyNamed(name)?.default === 1);
