import type { z } from 'zod';
import { type Announcement, type Contract, callsOf } from '../../../shared/ipc/define-contract';

/** One function for each announcement of the contract. */
export type Announcer<C extends Contract> = {
  readonly [Room in keyof C]: {
    readonly [Name in keyof C[Room] as C[Room][Name] extends Announcement
      ? Name
      : never]: C[Room][Name] extends Announcement<infer Payload>
      ? (payload: z.input<Payload>) => void
      : never;
  };
};

/**
 * Makes the announcer. What is announced is held to its schema, as answers are: nothing crosses to a page
 * that the contract does not name.
 *
 * @param send Gives one message to every window of ours.
 */
export function createAnnouncer<C extends Contract>(
  contract: C,
  send: (channel: string, payload: unknown) => void,
): Announcer<C> {
  const announcer: Record<string, Record<string, (payload: unknown) => void>> = {};
  for (const { room, channel, entry } of callsOf(contract)) {
    announcer[room] ??= {};
    if (entry.kind !== 'announcement') continue;
    const name = channel.slice(room.length + 1);
    announcer[room][name] = (payload) => {
      send(channel, entry.payload.parse(payload));
    };
  }
  return announcer as Announcer<C>;
}
