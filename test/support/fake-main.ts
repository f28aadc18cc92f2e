import type { Page } from '@playwright/test';
import type { z } from 'zod';
import { contract } from '../../shared/ipc/contract';
import { type Announcement, callsOf, type Handlers } from '../../shared/ipc/define-contract';
import { replyWith } from '../../shared/ipc/reply';

type Rooms = typeof contract;
export type Answers = Handlers<Rooms>;

type Announced<Room extends keyof Rooms> = {
  [Name in keyof Rooms[Room]]: Rooms[Room][Name] extends Announcement ? Name : never;
}[keyof Rooms[Room]];

type PayloadOf<Entry> = Entry extends Announcement<infer Payload> ? z.input<Payload> : never;

export interface FakeMain {
  /** Announces to the page, as main would to every window. */
  announce<Room extends keyof Rooms, Name extends Announced<Room>>(
    room: Room,
    name: Name,
    payload: PayloadOf<Rooms[Room][Name]>,
  ): Promise<void>;
}

/**
 * Stands in for the main process, so the real renderer runs in an ordinary browser.
 * Its shape comes from the contract, and what passes is held to its schemas in both directions:
 * a test cannot answer what main never would.
 */
export async function fakeMain(page: Page, answers: Answers): Promise<FakeMain> {
  const calls = [...callsOf(contract)];
  const answerFor = answers as Record<string, Record<string, (input: unknown) => Promise<unknown>>>;

  await page.exposeFunction('askFakeMain', (room: string, key: string, raw: unknown) =>
    replyWith(
      async () => {
        const call = calls.find((each) => each.room === room && each.key === key);
        const answer = answerFor[room]?.[key];
        if (call?.entry.kind !== 'request' || !answer) throw new Error(`${room}.${key} is not answered`);
        return call.entry.output.parse(await answer(call.entry.input.parse(raw ?? undefined)));
      },
      (bug) => console.error(bug),
    ),
  );
  await page.addInitScript(
    makeBridge,
    calls.map(({ room, key, channel, entry }) => ({ room, key, channel, kind: entry.kind })),
  );
  return {
    async announce(room, name, payload) {
      await page.evaluate(
        ([channel, detail]) => window.dispatchEvent(new CustomEvent(`fake-main ${channel}`, { detail })),
        [`${room}.${String(name)}`, payload] as const,
      );
    },
  };
}

interface BridgeEntry {
  readonly room: string;
  readonly key: string;
  readonly channel: string;
  readonly kind: 'request' | 'announcement';
}

// Runs in the page, so it may use nothing but its argument.
function makeBridge(entries: readonly BridgeEntry[]): void {
  const scope = window as unknown as {
    askFakeMain: (room: string, key: string, input: unknown) => Promise<unknown>;
    bridge: Record<string, Record<string, unknown>>;
  };
  scope.bridge = {};
  for (const { room, key, channel, kind } of entries) {
    const calls = (scope.bridge[room] ??= {});
    calls[key] =
      kind === 'request'
        ? (input: unknown) => scope.askFakeMain(room, key, input)
        : (listener: (payload: unknown) => void) => {
            const hear = (event: Event): void => listener((event as CustomEvent<unknown>).detail);
            window.addEventListener(`fake-main ${channel}`, hear);
            return () => window.removeEventListener(`fake-main ${channel}`, hear);
          };
  }
}
