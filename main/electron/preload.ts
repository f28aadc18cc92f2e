import { contextBridge, ipcRenderer } from 'electron';
import { bridgeFrom } from './bridge';

/** Written in by the build (electron.vite.config.ts), so that no schema is bundled and run here. */
declare const contractWires: string;

contextBridge.exposeInMainWorld('bridge', bridgeFrom(contractWires, ipcRenderer));
