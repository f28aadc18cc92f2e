import { Button, Spinner } from '@fluentui/react-components';
import { Link20Regular, Save20Regular, WindowConsole20Regular } from '@fluentui/react-icons';
import { type ReactElement, useState } from 'react';
import type { VmId } from '../../../shared/azure/virtual-machine';
import type { Report } from '../../../shared/preflight/report';
import type { Route } from '../../../shared/preflight/route';
import { asAppError } from '../../api';
import type { ShownLink } from '../../store/link-slice';
import { useApi, useApp } from '../../store/store';
import { ConnectButton } from './ConnectButton';
import styles from './ConnectRow.module.css';
import { CopyAsked } from './CopyAsked';
import type { Way } from './chosen-way';
import { useConnect } from './use-connect';
import { words } from './words';

interface ConnectRowProps {
  readonly vmId: VmId;
  readonly report: Report | null;
  readonly way: Way;
  /** The route a person chose: a link to the VM chooses it, too, and no other. */
  readonly choice: Route | null;
  readonly tenantId: string | null;
  readonly byLink: ShownLink | null;
  readonly onChoose: (route: Route) => void;
}

/** What one can do with this VM, always in the same place. */
export function ConnectRow(props: ConnectRowProps): ReactElement {
  const { vmId, report, way, choice, tenantId, byLink, onChoose } = props;
  const connect = useConnect(vmId);
  const isConnecting = useApp(({ connect: state }) => state.phase === 'connecting');
  return (
    <div className={styles.row}>
      <ConnectButton
        report={report}
        way={way}
        isConnecting={isConnecting}
        byLink={byLink}
        onChoose={onChoose}
        onConnect={() => connect({ route: way.route, anyway: way.isClosed })}
      />
      <SaveAndCopy vmId={vmId} route={way.route} choice={choice} tenantId={tenantId} />
    </div>
  );
}

interface SaveAndCopyProps {
  readonly vmId: VmId;
  readonly route: Route | null;
  readonly choice: Route | null;
  readonly tenantId: string | null;
}

function SaveAndCopy({ vmId, route, choice, tenantId }: SaveAndCopyProps): ReactElement {
  const api = useApi();
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
      <CopyAsked
        label={words.copyLink}
        icon={<Link20Regular />}
        ask={async () => (await api.link.make({ vmId, route: choice, tenantId })).link}
        onCopy={(copy) => void tell(copy)}
      />
      <CopyAsked
        label={words.copyCommand}
        isIconOnly
        icon={<WindowConsole20Regular />}
        ask={async () => (await api.profile.command({ vmId, route })).command}
        onCopy={(copy) => void tell(copy)}
      />
      <p className={styles.told} role="status">
        {told}
      </p>
    </>
  );
}
