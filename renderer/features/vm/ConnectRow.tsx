import { Button, Spinner } from '@fluentui/react-components';
import { Save20Regular, WindowConsole20Regular } from '@fluentui/react-icons';
import { type ReactElement, useState } from 'react';
import type { VmId } from '../../../shared/azure/virtual-machine';
import type { Report } from '../../../shared/preflight/report';
import type { Route } from '../../../shared/preflight/route';
import { asAppError } from '../../api';
import { useCopy } from '../../components/use-copy';
import { useApi, useApp } from '../../store/store';
import { ConnectButton } from './ConnectButton';
import styles from './ConnectRow.module.css';
import type { Way } from './chosen-way';
import { words } from './words';

interface ConnectRowProps {
  readonly vmId: VmId;
  readonly report: Report | null;
  readonly way: Way;
  readonly onChoose: (route: Route) => void;
}

/** What one can do with this VM, always in the same place. */
export function ConnectRow({ vmId, report, way, onChoose }: ConnectRowProps): ReactElement {
  const startConnect = useApp((state) => state.startConnect);
  const isConnecting = useApp(({ connect }) => connect.phase === 'connecting');
  return (
    <div className={styles.row}>
      <ConnectButton
        report={report}
        way={way}
        isConnecting={isConnecting}
        onChoose={onChoose}
        onConnect={() => void startConnect({ vmId, route: way.route, anyway: way.isClosed })}
      />
      <SaveAndCopy vmId={vmId} route={way.route} />
    </div>
  );
}

function SaveAndCopy({ vmId, route }: { readonly vmId: VmId; readonly route: Route | null }): ReactElement {
  const api = useApi();
  const { isCopied, copy } = useCopy();
  const [isSaving, setSaving] = useState(false);
  const [told, setTold] = useState<string | null>(null);

  async function tell(work: () => Promise<string | null>): Promise<void> {
    setTold(null);
    try {
      setTold(await work());
    } catch (error) {
      setTold(asAppError(error).message);
    }
  }

  async function save(): Promise<string | null> {
    setSaving(true);
    try {
      const { file, warnings } = await api.profile.save({ vmId, route: route ?? 'web-account' });
      return file === null ? null : [words.saved(file), ...warnings].join(' · ');
    } finally {
      setSaving(false);
    }
  }

  async function copyCommand(): Promise<null> {
    await copy((await api.profile.command({ vmId, route })).command);
    return null;
  }

  return (
    <>
      <Button
        appearance="subtle"
        disabled={isSaving}
        icon={isSaving ? <Spinner size="extra-tiny" aria-label={words.saveRdp} /> : <Save20Regular />}
        onClick={() => void tell(save)}
      >
        {words.saveRdp}
      </Button>
      <Button
        appearance="subtle"
        className={styles.copy ?? ''}
        icon={<WindowConsole20Regular />}
        onClick={() => void tell(copyCommand)}
      >
        {isCopied ? 'Copied' : words.copyCommand}
      </Button>
      <p className={styles.told} role="status">
        {told}
      </p>
    </>
  );
}
