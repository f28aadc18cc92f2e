import { Button } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons';
import { type ReactElement, useEffect, useMemo, useState } from 'react';
import { isSameResource } from '../../../shared/azure/same-resource';
import type { VmId } from '../../../shared/azure/virtual-machine';
import type { Route } from '../../../shared/preflight/route';
import { ErrorPanel } from '../../components/ErrorPanel';
import { isModalOpen } from '../../components/modal';
import type { ShownLink } from '../../store/link-slice';
import { useApp, useAppStore } from '../../store/store';
import { Answer } from './Answer';
import { Blocker } from './Blocker';
import { ByLink } from './ByLink';
import { CheckList } from './CheckList';
import { ConnectPanel } from './ConnectPanel';
import { ConnectRow } from './ConnectRow';
import { chooseWay } from './chosen-way';
import { Foretold } from './Foretold';
import { SignInWays } from './SignInWays';
import { useConnect } from './use-connect';
import { useForetold } from './use-foretold';
import { VmHeader } from './VmHeader';
import styles from './VmPage.module.css';
import { words } from './words';

interface VmPageProps {
  readonly vmId: VmId;
  readonly hasBack: boolean;
}

/** One VM: the answer first, then the way in, then the proof. */
export function VmPage({ vmId, hasBack }: VmPageProps): ReactElement {
  const preflight = usePreflightOf(vmId);
  const connect = useApp(({ connect: state }) =>
    'request' in state && 'vmId' in state.request && state.request.vmId === vmId ? state : null,
  );
  const vms = useApp((state) => state.vms);
  const vm = useMemo(() => vms.find((row) => isSameResource(row.vm.id, vmId))?.vm ?? null, [vms, vmId]);
  const byLink = useLinkTo(vmId);
  const [choice, setChoice] = useChoice(byLink);
  const report = preflight?.phase === 'done' ? preflight.report : null;
  const way = chooseWay(report, choice);
  const isGone = preflight?.phase === 'failed' && preflight.error.code === 'not-found';
  const foretold = useForetold(vmId, report, way.route);
  useConnectKey(vmId, way.route, !isGone);

  return (
    <article className={styles.page} aria-label={vm?.name ?? vmId}>
      <div className={styles.column}>
        {hasBack && <BackButton />}
        <VmHeader vmId={vmId} vm={vm} report={report} />
        <Answer preflight={preflight} />
        {byLink && !connect && !isGone && <ByLink />}
        {!isGone && (
          <ConnectRow
            vmId={vmId}
            report={report}
            way={way}
            choice={choice}
            tenantId={vm?.tenantId ?? null}
            byLink={byLink}
            onChoose={setChoice}
          />
        )}
        {foretold && (foretold.profile || !way.isClosed) && <Foretold foretold={foretold} />}
        {connect && <ConnectPanel connect={connect} />}
        {preflight?.phase === 'failed' && <Failure vmId={vmId} error={preflight.error} />}
        {report && way.isClosed && <Blocker report={report} route={way.route} />}
        {report && <SignInWays report={report} />}
        {preflight && preflight.phase !== 'failed' && <CheckList preflight={preflight} />}
      </div>
    </article>
  );
}

/** The run of this VM, started when its page opens; null for a moment, or while another VM's is in the store. */
function usePreflightOf(vmId: VmId) {
  const store = useAppStore();
  useEffect(() => {
    const { preflight, runPreflight } = store.getState();
    if (!('vmId' in preflight) || preflight.vmId !== vmId) void runPreflight(vmId);
  }, [store, vmId]);
  return useApp(({ preflight }) => ('vmId' in preflight && preflight.vmId === vmId ? preflight : null));
}

/** The link that brought this VM into view; forgotten when the page goes. */
function useLinkTo(vmId: VmId): ShownLink | null {
  const leaveLinkedVm = useApp((state) => state.leaveLinkedVm);
  useEffect(() => () => leaveLinkedVm(vmId), [leaveLinkedVm, vmId]);
  return useApp(({ link }) => (link.phase === 'shown' && link.link.vmId === vmId ? link : null));
}

/** The route a person chose, or the link that they opened last. */
function useChoice(byLink: ShownLink | null) {
  const [choice, setChoice] = useState<Route | null>(null);
  const [followed, setFollowed] = useState<ShownLink | null>(null);
  if (byLink && byLink !== followed) {
    setFollowed(byLink);
    setChoice(byLink.link.route);
  }
  return [choice, setChoice] as const;
}

/** Ctrl+Enter does what the button says, but never overrules a closed way: that takes a click. */
function useConnectKey(vmId: VmId, route: Route | null, isThere: boolean): void {
  const connect = useConnect(vmId);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      if (!isThere || isModalOpen()) return;
      event.preventDefault();
      connect({ route, anyway: false });
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [connect, route, isThere]);
}

function BackButton(): ReactElement {
  const showVm = useApp((state) => state.showVm);
  return (
    <Button
      className={styles.back ?? ''}
      appearance="subtle"
      size="small"
      icon={<ArrowLeft20Regular />}
      onClick={() => showVm(null)}
    >
      {words.back}
    </Button>
  );
}

function Failure({
  vmId,
  error,
}: {
  readonly vmId: VmId;
  readonly error: Parameters<typeof ErrorPanel>[0]['error'];
}) {
  const runPreflight = useApp((state) => state.runPreflight);
  const showVm = useApp((state) => state.showVm);
  const isGone = error.code === 'not-found';
  return (
    <ErrorPanel title={isGone ? words.noSuchVm : words.failed} error={error}>
      {isGone && <Button onClick={() => showVm(null)}>{words.back}</Button>}
      <Button onClick={() => void runPreflight(vmId)}>{words.tryAgain}</Button>
    </ErrorPanel>
  );
}
