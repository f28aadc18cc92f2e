import { ipcRenderer } from 'electron';
import { answerChannel, fileArgument, hostArgument, usernameArgument } from './prompt';

// The one file of main that runs beside a page: these are the few names of a page it uses.
interface PageEvent {
  readonly key?: string;
  preventDefault(): void;
}
type Listen = (type: string, listener: (event: PageEvent) => void) => void;
interface PageElement {
  textContent: string | null;
  readonly value?: string;
  readonly addEventListener: Listen;
}
declare const document: { querySelector(selector: string): PageElement | null };
declare const window: { readonly addEventListener: Listen };

window.addEventListener('DOMContentLoaded', () => {
  const file = wordAfter(fileArgument);
  if (file) speakOfFile(file);
  fill('#username', file || wordAfter(usernameArgument));
  fill('#host', wordAfter(hostArgument));
  document.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault();
    ipcRenderer.send(answerChannel, document.querySelector('#password')?.value ?? null);
  });
  document.querySelector('#cancel')?.addEventListener('click', giveUp);
});
window.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') giveUp();
});

function speakOfFile(file: string): void {
  fill('#title', `Open ${file}`);
  fill('#note', 'The password opens this file for one signature. Entra RDP does not keep it.');
  fill('#submit', 'Open');
}

function giveUp(): void {
  ipcRenderer.send(answerChannel, null);
}

function wordAfter(argument: string): string {
  return process.argv.find((word) => word.startsWith(argument))?.slice(argument.length) ?? '';
}

function fill(selector: string, text: string): void {
  const element = document.querySelector(selector);
  if (element) element.textContent = text;
}
