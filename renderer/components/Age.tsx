import type { ReactElement } from 'react';
import { ageOf, wholeTime } from './time';
import { useNow } from './use-now';

interface AgeProps {
  readonly since: string;
  readonly suffix?: string;
}

/** How old something is, kept up to date; the moment itself is in the tooltip. */
export function Age({ since, suffix = '' }: AgeProps): ReactElement {
  const now = useNow();
  // A refresh while we waited must not read as an age below zero.
  const age = ageOf(since, Math.max(now, new Date(since).getTime()));
  return (
    <time dateTime={since} title={wholeTime(since)}>
      {age}
      {suffix}
    </time>
  );
}
