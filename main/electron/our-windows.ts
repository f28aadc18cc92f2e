import type { IpcMainEvent } from 'electron';

/** The part of an event that tells who sent it. */
export type Sender = Pick<IpcMainEvent, 'senderFrame' | 'sender'>;

/** Knows the windows that may call the app. */
export interface OurWindows {
  add(webContents: { readonly id: number; once(event: 'destroyed', listener: () => void): unknown }): void;
  /** Only the top frame of a window of ours, while it shows a page of ours, may call. */
  areCalling(event: Sender): boolean;
}

/** @param origins Where our pages come from: `app://entra-rdp`, and the development server while developing. */
export function rememberOurWindows(origins: readonly string[]): OurWindows {
  const ids = new Set<number>();
  return {
    add(webContents) {
      const { id } = webContents;
      ids.add(id);
      webContents.once('destroyed', () => ids.delete(id));
    },
    areCalling({ sender, senderFrame }) {
      return (
        ids.has(sender.id) &&
        senderFrame !== null &&
        senderFrame.parent === null &&
        origins.some((origin) => senderFrame.url.startsWith(`${origin}/`))
      );
    },
  };
}
