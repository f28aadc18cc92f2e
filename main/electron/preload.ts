import { contextBridge, ipcRenderer } from 'electron';
import type { Wire } from './wires';

// The page is given one function for each entry of the contract, and never ipcRenderer itself.
// Main hands the names over, so that the contract's schemas need not be bundled and run here.
const argument = '--contract=';
const wires = JSON.parse(
  process.argv.find((given) => given.startsWith(argument))?.slice(argument.length) ?? '[]',
) as readonly Wire[];

const bridge: Record<string, Record<string, unknown>> = {};
for (const { room, key, channel, kind } of wires) {
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
