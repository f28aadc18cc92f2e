import type { Settings } from '../../shared/settings/settings';

/** The person's settings, in one small file. */
export interface SettingsStore {
  read(): Promise<Settings>;
  /** Reads, changes and writes as one step, so that app and terminal lose nothing of each other's. */
  change(change: (settings: Settings) => Settings): Promise<Settings>;
}
