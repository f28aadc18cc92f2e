import type { contract } from '../../../shared/ipc/contract';
import type { Handlers } from '../../../shared/ipc/define-contract';
import type { LinkInbox } from '../link-inbox';
import type { LiveServices } from '../live-services';
import type { Announcer } from './announce';
import type { Desktop } from './desktop';

export type AppContract = typeof contract;

/** What one room of the contract must answer. */
export type RoomHandlers<Room extends keyof AppContract> = Handlers<AppContract>[Room];

/** What the handlers of every room are handed. */
export interface RoomContext {
  readonly live: LiveServices;
  readonly announce: Announcer<AppContract>;
  readonly desktop: Desktop;
  readonly links: LinkInbox;
}
