import {
  CheckmarkCircle16Filled,
  DismissCircle16Filled,
  QuestionCircle16Regular,
  SubtractCircle16Regular,
  Warning16Filled,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { Status } from '../../shared/preflight/verdict';
import styles from './StatusIcon.module.css';

const icons = {
  pass: CheckmarkCircle16Filled,
  warn: Warning16Filled,
  fail: DismissCircle16Filled,
  unknown: QuestionCircle16Regular,
  skip: SubtractCircle16Regular,
} as const;

/** The word beside the icon: a status is never told by colour alone. */
export const statusWords: Readonly<Record<Status, string>> = {
  pass: 'passed',
  warn: 'to know',
  fail: 'blocks',
  unknown: 'not seen',
  skip: 'skipped',
};

interface StatusIconProps {
  readonly status: Status;
}

export function StatusIcon({ status }: StatusIconProps): ReactElement {
  const Icon = icons[status];
  return <Icon aria-hidden="true" className={styles[status] ?? ''} />;
}
