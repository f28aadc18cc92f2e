import { ToggleButton } from '@fluentui/react-components';
import { Star20Filled, Star20Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { isSameResource } from '../../../shared/azure/same-resource';
import type { VmId, VmSummary } from '../../../shared/azure/virtual-machine';
import type { Report } from '../../../shared/preflight/report';
import { MiddleCut } from '../../components/MiddleCut';
import { PowerMark } from '../../components/PowerMark';
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
        {vm && (
          <span className={styles.power}>
            <PowerMark state={vm.powerState} />
            {vm.powerState ? powerWords[vm.powerState] : 'power state not known'}
          </span>
        )}
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
    </header>
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
