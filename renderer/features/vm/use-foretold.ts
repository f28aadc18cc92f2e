import { useEffect, useState } from 'react';
import type { VmId } from '../../../shared/azure/virtual-machine';
import type { ForetoldFile } from '../../../shared/launch/foretold-file';
import type { Report } from '../../../shared/preflight/report';
import type { Route } from '../../../shared/preflight/route';
import { useApi } from '../../store/store';

/** What Windows will ask about the file of a route; null while that is worked out, or where it cannot be. */
export function useForetold(vmId: VmId, report: Report | null, route: Route | null): ForetoldFile | null {
  const api = useApi();
  const [foretold, setForetold] = useState<ForetoldFile | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const show = (next: ForetoldFile | null): void => {
      if (isCurrent) setForetold(next);
    };
    if (!report || (route !== 'web-account' && route !== 'password')) show(null);
    // What stops it stops Connect as well, and is told there.
    else api.profile.foretell({ vmId, route }).then(show, () => show(null));
    return () => {
      isCurrent = false;
    };
  }, [api, vmId, report, route]);
  return foretold;
}
