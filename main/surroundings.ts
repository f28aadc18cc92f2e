import type { Facts } from '../shared/preflight/fact';
import type { OpenSession } from './auth/session-options';
import type { Endpoint } from './azure/endpoint';
import type { ClientPc } from './client-pc/client-pc';
import type { Network } from './network/network';
import type { Services } from './services';
import type { SettingsStore } from './settings/settings-store';

/** What differs between the real world and the demo. */
export interface Surroundings {
  readonly mode: Services['mode'];
  readonly endpoint: Endpoint;
  readonly settings: SettingsStore;
  /** Where the library is, unless the settings or the shell name another folder. */
  readonly libraryFolder: string;
  /** Where the lists of VMs of this sign-in are saved. */
  readonly lastListsFolder: string;
  readonly session: OpenSession;
  readonly network: Network;
  readonly clientPc: ClientPc;
  /** The demo's PC is described in its file: nothing can be started on it. */
  readonly isDescribedPc: boolean;
  readonly passwordSignIn: (username: string) => Promise<Facts['passwordSignIn']>;
  readonly close: () => Promise<void>;
}
