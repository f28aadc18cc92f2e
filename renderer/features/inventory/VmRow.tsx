import { Star16Filled } from '@fluentui/react-icons';
import { memo, type ReactElement } from 'react';
import type { VmId, VmSummary } from '../../../shared/azure/virtual-machine';
import { MiddleCut } from '../../components/MiddleCut';
import { PowerMark } from '../../components/PowerMark';
import { callNameOf } from '../../store/search-index';
import styles from './VmRow.module.css';
import { powerWords } from './words';

interface VmRowProps {
  readonly id: string;
  readonly vm: VmSummary;
  readonly top: number;
  readonly position: number;
  readonly of: number;
  readonly isActive: boolean;
  readonly isOpen: boolean;
  readonly isFavourite: boolean;
  readonly onOpen: (vmId: VmId) => void;
}

/** One VM: the name Windows goes by first, then that of the resource where it differs. */
export const VmRow = memo(function VmRow(row: VmRowProps): ReactElement {
  const { vm, isFavourite } = row;
  const callName = callNameOf(vm);
  const differs = vm.name.toLowerCase() !== callName.toLowerCase();
  return (
    <div
      id={row.id}
      className={styles.row}
      style={{ transform: `translateY(${row.top}px)` }}
      role="option"
      aria-selected={row.isOpen}
      aria-setsize={row.of}
      aria-posinset={row.position}
      data-active={row.isActive}
      onClick={() => row.onOpen(vm.id)}
    >
      <PowerMark state={vm.powerState} />
      <span className={styles.names}>
        <span className={styles.callName}>
          <MiddleCut text={callName} />
        </span>
        {differs && (
          <span className={styles.resourceName}>
            <MiddleCut text={vm.name} />
          </span>
        )}
      </span>
      {isFavourite && <Star16Filled className={styles.star ?? ''} aria-label="Favourite" />}
      <span className={styles.power}>{vm.powerState ? powerWords[vm.powerState] : 'not known'}</span>
      <span className={styles.location}>{vm.location}</span>
    </div>
  );
});
