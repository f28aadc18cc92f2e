import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { rememberOurWindows, type Sender } from '../../../main/electron/our-windows';

class Contents extends EventEmitter {
  constructor(readonly id: number) {
    super();
  }
}

const ours = rememberOurWindows(['app://entra-rdp']);
const contents = new Contents(7);
ours.add(contents);

const calling = (id: number, url: string | null, parent: unknown = null): boolean =>
  ours.areCalling({
    sender: { id },
    senderFrame: url === null ? null : { url, parent },
  } as unknown as Sender);

it('hears the page of our window', () => {
  expect(calling(7, 'app://entra-rdp/index.html')).toBe(true);
});

it.each([
  ['another window', 8, 'app://entra-rdp/index.html'],
  ['a foreign page in our window', 7, 'https://example.com/'],
  ['a host that begins like ours', 7, 'app://entra-rdp.evil/index.html'],
  ['the password page', 7, 'app://password/'],
  ['a frame that is gone', 7, null],
])('refuses %s', (_, id, url) => {
  expect(calling(id, url)).toBe(false);
});

it('refuses a frame inside our page', () => {
  expect(calling(7, 'app://entra-rdp/index.html', { url: 'app://entra-rdp/index.html' })).toBe(false);
});

it('forgets a window that was closed', () => {
  contents.emit('destroyed');
  expect(calling(7, 'app://entra-rdp/index.html')).toBe(false);
});
