import type { PcPolicies } from '../../../shared/client-pc/this-pc';
import type { LiveServices } from '../live-services';

/** What Windows policies of this PC mean for a file is told where they can be read, and left out elsewhere. */
export async function policiesHere(live: LiveServices): Promise<PcPolicies | null> {
  try {
    const { clientPc } = await live.current();
    return await clientPc.policies(AbortSignal.timeout(2000));
  } catch {
    return null;
  }
}
