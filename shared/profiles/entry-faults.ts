import { isAppError } from '../errors/app-error';
import { faultOf } from '../rdp/catalogue';
import { composeConnection } from '../rdp/compose';
import type { RdpSetting } from '../rdp/setting';
import type { LibraryEntry } from './library-view';
import type { Profile } from './profile';
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

/** What keeps any file from leading where a profile leads; nothing where Azure decides it. */
function faultsInConnection({ address, computerName, port, route, username }: Profile): string[] {
  const host = address ?? computerName;
  if (host === null) return [];
  try {
    composeConnection({ address: host, port: port ?? 3389, username, route: route ?? 'password' });
    return [];
  } catch (error) {
    if (!isAppError(error)) throw error;
    return [error.message.replace(/^The connection file could not be written: (.*?)\.?$/s, '$1')];
  }
}

/** What speaks against an entry as its file stands: it is kept as it is, and told. */
export function faultsIn(entry: LibraryEntry): string[] {
  return [
    ...(entry.kind === 'profile' ? faultsInConnection(entry) : []),
    ...settingsOf(entry.settings).flatMap((setting) => faultInTemplate(setting) ?? []),
  ];
}
