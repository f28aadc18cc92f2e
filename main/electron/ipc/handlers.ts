import type { Handlers } from '../../../shared/ipc/define-contract';
import { createLastRun } from '../last-run';
import { createRuns } from '../runs';
import { appHandlers } from './handlers/app';
import { batchHandlers } from './handlers/batch';
import { connectHandlers } from './handlers/connect';
import { importHandlers } from './handlers/import';
import { inventoryHandlers } from './handlers/inventory';
import { libraryHandlers } from './handlers/library';
import { linkHandlers } from './handlers/link';
import { preflightHandlers } from './handlers/preflight';
import { profileHandlers } from './handlers/profile';
import { rdpFileHandlers } from './handlers/rdp-file';
import { sessionHandlers } from './handlers/session';
import { settingsHandlers } from './handlers/settings';
import { thisPcHandlers } from './handlers/this-pc';
import { troubleshootHandlers } from './handlers/troubleshoot';
import type { AppContract, RoomContext } from './room-context';

/** The contract's rooms, each wired to the services behind the window. */
export function createHandlers(context: RoomContext): Handlers<AppContract> {
  const listing = createRuns('Listing the VMs');
  const checking = createRuns('Pre-flight');
  const connecting = createRuns('Connecting');
  const batching = createRuns('Making the files');
  const importing = createRuns('The import');
  const lastRun = createLastRun();
  const stopEverything = (): void => {
    lastRun.forget();
    for (const runs of [listing, checking, connecting, batching, importing]) runs.cancelAll();
  };
  return {
    session: sessionHandlers(context, stopEverything),
    inventory: inventoryHandlers(context, listing),
    preflight: preflightHandlers(context, checking, lastRun),
    connect: connectHandlers(context, connecting),
    profile: profileHandlers(context, lastRun),
    rdpFile: rdpFileHandlers(context),
    library: libraryHandlers(context),
    import: importHandlers(context, importing),
    batch: batchHandlers(context, batching),
    link: linkHandlers(context),
    settings: settingsHandlers(context),
    thisPc: thisPcHandlers(context),
    troubleshoot: troubleshootHandlers(),
    app: appHandlers(context),
  };
}
