import { faultOf } from '../rdp/catalogue';
import type { RdpSetting } from '../rdp/setting';
import type { LibraryEntry } from './library-view';
import { settingsOf } from './resolve';
import { whyNotInTemplate } from './template-settings';

/** Why a person may not give a template this setting, as the end of a sentence; null where they may. */
export function faultInTemplate(setting: RdpSetting): string | null {
  return whyNotInTemplate(setting) ?? faultOf(setting);
}

/** Values that are none by the catalogue. */
export function faultyValues({ settings }: Pick<LibraryEntry, 'settings'>): string[] {
  return settingsOf(settings).flatMap((setting) => faultOf(setting) ?? []);
}

/** What speaks against settings that stand in an entry's file: kept as they are, and told. */
export function faultsIn({ settings }: Pick<LibraryEntry, 'settings'>): string[] {
  return settingsOf(settings).flatMap((setting) => faultInTemplate(setting) ?? []);
}
