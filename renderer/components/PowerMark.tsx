import {
  ArrowSync16Regular,
  Play16Filled,
  QuestionCircle16Regular,
  Stop16Regular,
  WeatherMoon16Regular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { PowerState } from '../../shared/azure/virtual-machine';
import styles from './PowerMark.module.css';

const icons = {
  running: Play16Filled,
  starting: ArrowSync16Regular,
  stopping: ArrowSync16Regular,
  deallocating: ArrowSync16Regular,
  stopped: Stop16Regular,
  deallocated: Stop16Regular,
  hibernated: WeatherMoon16Regular,
} as const;

/** The sign of a power state; the word always stands beside it. */
export function PowerMark({ state }: { readonly state: PowerState | null }): ReactElement {
  const Icon = state ? icons[state] : QuestionCircle16Regular;
  return <Icon aria-hidden="true" className={(state === 'running' ? styles.running : styles.other) ?? ''} />;
}
