import { Button } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons';
import { type ReactElement, useEffect, useMemo, useState } from 'react';
import type { VmId } from '../../../shared/azure/virtual-machine';
import type { Route } from '../../../shared/preflight/route';
import { ErrorPanel } from '../../components/ErrorPanel';
import { useApp, useAppStore } from '../../store/store';
import { Answer } from './Answer';
import { Blocker } from './Blocker';
import { CheckList } from './CheckList';
import { ConnectPanel } from './ConnectPanel';
import { ConnectRow } from './ConnectRow';
import { chooseWay } from './chosen-way';
import { SignInWays } from './SignInWays';
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
    'request' in state && state.request.vmId === vmId ? state : null,
  );
  const vms = useApp((state) => state.vms);
  const vm = useMemo(() => vms.find((row) => row.vm.id === vmId)?.vm ?? null, [vms, vmId]);
  const [choice, setChoice] = useState<Route | null>(null);
  const report = preflight?.phase === 'done' ? preflight.report : null;
  const way = chooseWay(report, choice);
  useConnectKey(vmId, way.route);

  return (
    <article className={styles.page} aria-label={vm?.name ?? vmId}>
      <div className={styles.column}>
        {hasBack && <BackButton />}
        <VmHeader vmId={vmId} vm={vm} report={report} />
        <Answer preflight={preflight} />
        <ConnectRow vmId={vmId} report={report} way={way} onChoose={setChoice} />
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

/** Ctrl+Enter does what the button says, but never overrules a closed way: that takes a click. */
function useConnectKey(vmId: VmId, route: Route | null): void {
  const store = useAppStore();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      const { connect, startConnect } = store.getState();
      if (connect.phase !== 'connecting') void startConnect({ vmId, route, anyway: false });
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [store, vmId, route]);
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
  return (
    <ErrorPanel title={words.failed} error={error}>
      <Button onClick={() => void runPreflight(vmId)}>{words.tryAgain}</Button>
    </ErrorPanel>
  );
}
