import type { PcJoin, PcPolicies, RdpClient, SavedCredential, ThisPc } from '../../shared/client-pc/this-pc';

/**
 * What we ask of this PC. What an operating system does not have throws AppError `not-here`;
 * what could not be read, `unreadable` with the reason.
 */
export interface ClientPc {
  describe(signal: AbortSignal): Promise<ThisPc>;
  join(signal: AbortSignal): Promise<PcJoin>;
  policies(signal: AbortSignal): Promise<PcPolicies>;
  savedCredentials(signal: AbortSignal): Promise<readonly SavedCredential[]>;
  /** The clients that are installed, the preferred first. */
  rdpClients(signal: AbortSignal): Promise<readonly RdpClient[]>;
}
