import type { ReactElement } from 'react';
import type { Remedy } from '../../../shared/preflight/verdict';
import { type Command, Commands } from '../../components/Commands';
import styles from './Remedies.module.css';
import { shellNames, words } from './words';

/** What mends it: what one can do alone, what to ask for, and commands for whoever has the right. */
export function Remedies({ remedies }: { readonly remedies: readonly Remedy[] }): ReactElement | null {
  if (remedies.length === 0) return null;
  return (
    <dl className={styles.remedies}>
      <dt>{words.remedy}</dt>
      <dd>
        <ul>
          {deedsOf(remedies).map(({ text, commands }) => (
            <li key={text}>
              <p>{text}</p>
              <Commands commands={commands} />
            </li>
          ))}
        </ul>
      </dd>
    </dl>
  );
}

interface Deed {
  readonly text: string;
  readonly commands: readonly Command[];
}

/** What has the same words is one deed, however many shells it is written for. */
function deedsOf(remedies: readonly Remedy[]): readonly Deed[] {
  const deeds = new Map<string, readonly Command[]>();
  for (const remedy of remedies) {
    const known = deeds.get(remedy.text) ?? [];
    deeds.set(remedy.text, remedy.kind === 'command' ? [...known, commandOf(remedy)] : known);
  }
  return [...deeds].map(([text, commands]) => ({ text, commands }));
}

function commandOf({ shell, command }: Extract<Remedy, { readonly kind: 'command' }>): Command {
  return { shell: shellNames[shell], command, copyLabel: words.copyCommandOf[shell] };
}
