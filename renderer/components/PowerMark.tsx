import {
  ArrowSync16Regular,
  Play16Filled,
  QuestionCircle16Regular,
  Stop16Regular,
  WeatherMoon16Regular,
} from '@fluentui/react-icons';
import { memo, type ReactElement } from 'react';
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

interface PowerMarkProps {
  readonly state: PowerState | null;
}

/** The sign of a power state; the word always stands beside it. Drawn once a row, as most rows of a list are alike. */
export const PowerMark = memo(function PowerMark({ state }: PowerMarkProps): ReactElement {
  const Icon = state ? icons[state] : QuestionCircle16Regular;
  return <Icon aria-hidden="true" className={(state === 'running' ? styles.running : styles.other) ?? ''} />;
});
