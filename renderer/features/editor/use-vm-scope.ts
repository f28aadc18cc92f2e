import { useEffect, useState } from 'react';
import type { VmId } from '../../../shared/azure/virtual-machine';
import type { VmScope } from '../../../shared/profiles/resolve';
import type { Template } from '../../../shared/profiles/template';
import { useApi, useApp } from '../../store/store';

/** What of a VM only Azure knows, and templates go by. */
export type ScopeInAzure = Pick<VmScope, 'tenantId' | 'tags'>;

/** `not-seen`: nobody is signed in, or Azure did not tell. Templates by tag are not in what is shown then. */
export type VmScopeSeen =
  | { readonly phase: 'not-wanted' | 'asking' | 'not-seen' }
  | { readonly phase: 'known'; readonly scope: ScopeInAzure };

/** An id that is typed is another one with every key. */
const settledAfterMs = 300;

/** Asked of Azure where a template goes by a tag, and there is a VM to have one: null is none. */
export function useVmScope(vmId: VmId | null, templates: readonly Template[]): VmScopeSeen {
  const api = useApi();
  const isSignedIn = useApp(
    ({ session }) => session.phase === 'known' && session.state.phase === 'signed-in',
  );
  const wanted = templates.some(({ appliesTo }) => appliesTo.level === 'tag') ? vmId : null;
  const [answer, setAnswer] = useState<{ readonly of: VmId; readonly scope: ScopeInAzure | null } | null>(
    null,
  );
  useEffect(() => {
    if (wanted === null || !isSignedIn) return;
    let isCurrent = true;
    const show = (scope: ScopeInAzure | null): void => {
      if (isCurrent) setAnswer({ of: wanted, scope });
    };
    const timer = setTimeout(() => {
      api.inventory.scopeOf({ vmId: wanted }).then(show, () => show(null));
    }, settledAfterMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [api, wanted, isSignedIn]);

  if (wanted === null) return { phase: 'not-wanted' };
  if (!isSignedIn) return { phase: 'not-seen' };
  if (answer?.of !== wanted) return { phase: 'asking' };
  return answer.scope ? { phase: 'known', scope: answer.scope } : { phase: 'not-seen' };
}
