type Listener = (event: unknown, payload: unknown) => void;

/** What the bridge needs of Electron's ipcRenderer. */
export interface PageIpc {
  invoke(channel: string, input: unknown): Promise<unknown>;
  on(channel: string, listener: Listener): unknown;
  off(channel: string, listener: Listener): unknown;
}

export type Bridge = Record<string, Record<string, (argument: never) => unknown>>;

const argument = '--contract=';

/**
 * The functions a page is given: one for each entry of the contract, and never ipcRenderer itself.
 * Main hands the names over (see wires.ts), so that the contract's schemas need not be bundled and run here.
 */
export function bridgeFrom(words: readonly string[], ipc: PageIpc): Bridge {
  const wires = words.find((word) => word.startsWith(argument))?.slice(argument.length) ?? '';
  const bridge: Bridge = {};
  for (const wire of wires.split(',')) {
    const [kind, room, key, channel] = wire.split(':');
    if (room === undefined || key === undefined || channel === undefined) continue;
    bridge[room] ??= {};
    bridge[room][key] = kind === 'request' ? ask(ipc, channel) : hear(ipc, channel);
  }
  return bridge;
}

function ask(ipc: PageIpc, channel: string) {
  return (input: unknown): Promise<unknown> => ipc.invoke(channel, input);
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
