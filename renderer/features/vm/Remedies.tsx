import type { ReactElement } from 'react';
import type { Remedy } from '../../../shared/preflight/verdict';
import { CommandBlock } from '../../components/CommandBlock';
import styles from './Remedies.module.css';
import { words } from './words';

/** What mends it: what one can do alone, what to ask for, and commands for whoever has the right. */
export function Remedies({ remedies }: { readonly remedies: readonly Remedy[] }): ReactElement | null {
  if (remedies.length === 0) return null;
  return (
    <dl className={styles.remedies}>
      <dt>{words.remedy}</dt>
      <dd>
        <ul>
          {remedies.map((remedy) => (
            <li key={remedy.kind === 'command' ? remedy.command : remedy.text}>
              <p>{remedy.text}</p>
              {remedy.kind === 'command' && (
                <CommandBlock command={remedy.command} copyLabel={words.copyCommandOf[remedy.shell]} />
              )}
            </li>
          ))}
        </ul>
      </dd>
    </dl>
  );
}
