type Listener = (event: unknown, ...words: unknown[]) => void;

/** What the bridge needs of Electron's ipcRenderer. */
export interface PageIpc {
  send(channel: string, ...words: unknown[]): void;
  on(channel: string, listener: Listener): unknown;
  off(channel: string, listener: Listener): unknown;
}

export type Bridge = Record<string, Record<string, (argument: never) => unknown>>;

/** The channel every answer comes back on. */
export const replyChannel = 'reply';

/**
 * The functions a page is given: one for each entry of the contract, and never ipcRenderer itself.
 *
 * Answers come as messages, not by `invoke`: Electron lets an invoke's answer overtake messages sent before it,
 * and the answer that closes a list must not arrive before its last page.
 *
 * @param wires The contract's names, as wires.ts writes them.
 */
export function bridgeFrom(wires: string, ipc: PageIpc): Bridge {
  const ask = asking(ipc);
  const bridge: Bridge = {};
  for (const wire of wires.split(',')) {
    const [kind, room, key, channel] = wire.split(':');
    if (room === undefined || key === undefined || channel === undefined) continue;
    bridge[room] ??= {};
    bridge[room][key] = kind === 'request' ? ask(channel) : hear(ipc, channel);
  }
  return bridge;
}

function asking(ipc: PageIpc) {
  const waiting = new Map<number, (reply: unknown) => void>();
  let lastId = 0;
  ipc.on(replyChannel, (_event, id, reply) => {
    if (typeof id !== 'number') return;
    waiting.get(id)?.(reply);
    waiting.delete(id);
  });
  return (channel: string) =>
    (input: unknown): Promise<unknown> =>
      new Promise((resolve) => {
        lastId += 1;
        waiting.set(lastId, resolve);
        ipc.send(channel, lastId, input);
      });
}

function hear(ipc: PageIpc, channel: string) {
  return (listener: (payload: unknown) => void) => {
    const forward: Listener = (_event, payload) => {
      listener(payload);
    };
    ipc.on(channel, forward);
    return (): void => {
      ipc.off(channel, forward);
    };
  };
}
