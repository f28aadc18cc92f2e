import { ToggleButton } from '@fluentui/react-components';
import { Star20Filled, Star20Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { isSameResource } from '../../../shared/azure/same-resource';
import type { PowerState, VmId, VmSummary } from '../../../shared/azure/virtual-machine';
import type { Report } from '../../../shared/preflight/report';
import { agoText } from '../../../shared/time/moment';
import { MiddleCut } from '../../components/MiddleCut';
import { PowerMark } from '../../components/PowerMark';
import { useNow } from '../../components/use-now';
import { areVmsOld } from '../../store/inventory-slice';
import { useApp } from '../../store/store';
import styles from './VmHeader.module.css';
import { powerWords, words } from './words';

interface VmHeaderProps {
  readonly vmId: VmId;
  /** Its row of the list; null where the list does not have it. */
  readonly vm: VmSummary | null;
  readonly report: Report | null;
}

/** What it is called in Azure, then what Windows calls it and how it is. */
export function VmHeader({ vmId, vm, report }: VmHeaderProps): ReactElement {
  const name = vm?.name ?? report?.vm.name ?? vmId.split('/').at(-1) ?? vmId;
  const computerName = vm?.computerName ?? report?.vm.computerName;
  const isCalledAlike = computerName?.toLowerCase() === name.toLowerCase();
  const facts = [isCalledAlike ? null : computerName, vm?.os, vm?.resourceGroup, vm?.location].filter(
    Boolean,
  );
  return (
    <header className={styles.header}>
      <h1 className={styles.name}>
        <MiddleCut text={name} />
      </h1>
      <Favourite vmId={vmId} />
      <p className={styles.facts}>
        {vm && <Power state={vm.powerState} />}
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
    </header>
  );
}

/** Of an old list it says only how the VM was. */
function Power({ state }: { readonly state: PowerState | null }): ReactElement {
  const isOld = useApp(areVmsOld);
  const asOf = useApp(({ vmsAsOf }) => vmsAsOf);
  const now = useNow();
  return (
    <span className={styles.power}>
      <PowerMark state={isOld ? null : state} />
      {state === null
        ? words.powerNotKnown
        : isOld && asOf !== null
          ? words.powerBefore(powerWords[state], agoText(asOf, now))
          : powerWords[state]}
    </span>
  );
}

function Favourite({ vmId }: { readonly vmId: VmId }): ReactElement {
  const setFavourite = useApp((state) => state.setFavourite);
  const isFavourite = useApp(
    ({ settings }) =>
      settings.phase === 'known' && settings.settings.favourites.some((id) => isSameResource(id, vmId)),
  );
  return (
    <ToggleButton
      appearance="subtle"
      checked={isFavourite}
      icon={isFavourite ? <Star20Filled /> : <Star20Regular />}
      title={isFavourite ? words.removeFavourite : words.addFavourite}
      onClick={() => void setFavourite(vmId, !isFavourite)}
    >
      {words.addFavourite}
    </ToggleButton>
  );
}
