import type { LibraryEntry } from '../../../shared/profiles/library-view';
import type { RdpSetting } from '../../../shared/rdp/setting';
import type { Composed } from './composed';
import { isOwn } from './composed';
import { withoutSetting, withSetting } from './entry-lines';

export type Choice = 'inherited' | 'off' | 'on';

/** What a file may ask of the PC, of which a template states its choice first; the other settings are in their sections. */
export const sharingChoices = [
  choice('clipboard', { redirectclipboard: ['i', '0', '1'] }),
  choice('drives', { drivestoredirect: ['s', '', '*'], redirectdrives: ['i', '0', '0'] }),
  choice('printers', { redirectprinters: ['i', '0', '1'] }),
  choice('cameras', { camerastoredirect: ['s', '', '*'] }),
  choice('smart-cards', { redirectsmartcards: ['i', '0', '1'] }),
  choice('webauthn', { redirectwebauthn: ['i', '0', '1'] }),
] as const;

export type SharingId = 'clipboard' | 'drives' | 'printers' | 'cameras' | 'smart-cards' | 'webauthn';
type Writing = readonly [type: RdpSetting['type'], off: string, on: string];

export interface SharingChoice {
  readonly id: SharingId;
  readonly writes: Readonly<Record<string, Writing>>;
}

function choice(id: SharingId, writes: SharingChoice['writes']): SharingChoice {
  return { id, writes };
}

/** What an entry says by itself, and whether its file asks in the end. */
export function stateOf(
  { writes }: SharingChoice,
  entry: LibraryEntry,
  composed: Composed,
): { readonly choice: Choice; readonly asks: boolean } {
  const settings = Object.keys(writes).flatMap((name) => composed.byName.get(name) ?? []);
  const asks = settings.some(({ type, value }) => (type === 'i' ? Number(value) !== 0 : value.trim() !== ''));
  const isStated = settings.some(({ origin }) => isOwn(origin, entry));
  return { choice: isStated ? (asks ? 'on' : 'off') : 'inherited', asks };
}

export function withChoice(entry: LibraryEntry, { writes }: SharingChoice, chosen: Choice): LibraryEntry {
  return Object.entries(writes).reduce<LibraryEntry>((changed, [name, [type, off, on]]) => {
    if (chosen === 'inherited') return withoutSetting(changed, name);
    return withSetting(changed, { name, type, value: chosen === 'on' ? on : off });
  }, entry);
}
