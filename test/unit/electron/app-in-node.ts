import { bridgeFrom, type PageIpc } from '../../../main/electron/bridge';
import { createAnnouncer } from '../../../main/electron/ipc/announce';
import type { Desktop } from '../../../main/electron/ipc/desktop';
import { createHandlers } from '../../../main/electron/ipc/handlers';
import { type MainIpc, serveContract } from '../../../main/electron/ipc/serve-contract';
import { createLinkInbox, type LinkInbox } from '../../../main/electron/link-inbox';
import { createLiveServices } from '../../../main/electron/live-services';
import { wiresOf } from '../../../main/electron/wires';
import type { Services } from '../../../main/services';
import { type Bridge, connectApi } from '../../../renderer/api';
import { AppError } from '../../../shared/errors/app-error';
import { type Api, contract } from '../../../shared/ipc/contract';

interface Parts {
  readonly real?: () => Promise<Services>;
  readonly demo?: (username: string | null) => Promise<Services>;
  readonly desktop?: Partial<Desktop>;
  readonly links?: LinkInbox;
}

export interface AppInNode {
  /** The window's view of main, through every layer but Electron itself. */
  readonly api: Api;
  /** The same from a page that is not ours. */
  readonly foreign: Api;
  readonly bugs: unknown[];
}

type Listener = Parameters<MainIpc['on']>[1];

/** The app without Electron: its two ends of IPC are joined by a table of channels and a structured clone. */
export function startInNode({ real, demo, desktop = {}, links = createLinkInbox(null) }: Parts): AppInNode {
  const requests = new Map<string, Listener>();
  const heard = new Map<string, Set<(event: unknown, ...words: unknown[]) => void>>();
  const bugs: unknown[] = [];
  const missing = async (): Promise<never> => {
    throw new AppError('not-asked', 'This test has no such services.');
  };

  const tell = (channel: string, ...words: unknown[]): void => {
    for (const listener of heard.get(channel) ?? []) listener({}, ...structuredClone(words));
  };
  const announce = createAnnouncer(contract, tell);
  const live = createLiveServices({
    real: real ?? missing,
    demo: demo ?? missing,
    startsInDemo: false,
    onSessionChanged: announce.session.changed,
  });
  links.onOpened(announce.link.opened);
  const handlers = createHandlers({ live, announce, desktop: { ...silentDesktop, ...desktop }, links });
  serveContract({ on: (channel, listener) => requests.set(channel, listener) }, contract, handlers, {
    isOurs: ({ sender }) => sender.id === 1,
    logBug: (bug) => bugs.push(bug),
  });

  const pageIpc = (senderId: number): PageIpc => ({
    send(channel, id, input) {
      const event = { sender: { id: senderId }, reply: tell } as unknown as Parameters<Listener>[0];
      requests.get(channel)?.(event, id, structuredClone(input));
    },
    on: (channel, listener) => heard.set(channel, (heard.get(channel) ?? new Set()).add(listener)),
    off: (channel, listener) => heard.get(channel)?.delete(listener),
  });
  const apiOf = (senderId: number): Api =>
    connectApi(bridgeFrom(wiresOf(contract), pageIpc(senderId)) as Bridge);
  return { api: apiOf(1), foreign: apiOf(2), bugs };
}

const silentDesktop: Desktop = {
  askWhereToSave: async () => null,
  askForFile: async () => null,
  askForFiles: async () => null,
  askForFolder: async () => null,
  askPassword: async () => null,
  askFilePassword: async () => null,
  openExternal: async () => {},
  copyText: () => {},
  about: async () => ({ version: '0', electron: '0', chromium: '0', logFile: '' }),
};
