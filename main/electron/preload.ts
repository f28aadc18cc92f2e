import { contextBridge, ipcRenderer } from 'electron';

// The page is given one function for each entry of the contract, and never ipcRenderer itself.
// Main hands the names over (see wires.ts), so that the contract's schemas need not be bundled and run here.
const argument = '--contract=';
const wires = process.argv.find((given) => given.startsWith(argument))?.slice(argument.length) ?? '';

const bridge: Record<string, Record<string, unknown>> = {};
for (const wire of wires.split(',')) {
  const [kind, room, key, channel] = wire.split(':');
  if (room === undefined || key === undefined || channel === undefined) continue;
  bridge[room] ??= {};
  bridge[room][key] = kind === 'request' ? ask(channel) : hear(channel);
}
contextBridge.exposeInMainWorld('bridge', bridge);

function ask(channel: string) {
  return (input: unknown): Promise<unknown> => ipcRenderer.invoke(channel, input);
}

function hear(channel: string) {
  return (listener: (payload: unknown) => void) => {
    const forward = (_event: unknown, payload: unknown): void => {
      listener(payload);
    };
    ipcRenderer.on(channel, forward);
    return (): void => {
      ipcRenderer.off(channel, forward);
    };
  };
}
