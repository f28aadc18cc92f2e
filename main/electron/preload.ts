import { contextBridge, ipcRenderer } from 'electron';
import { bridgeFrom } from './bridge';

contextBridge.exposeInMainWorld('bridge', bridgeFrom(process.argv, ipcRenderer));
