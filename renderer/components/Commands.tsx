import { type ReactElement, useState } from 'react';
import { CommandBlock } from './CommandBlock';
import styles from './Commands.module.css';

export interface Command {
  readonly shell: string;
  readonly command: string;
  readonly copyLabel: string;
}

/** The same deed in the words of several shells: one in view, the others a click away. */
export function Commands({ commands }: { readonly commands: readonly Command[] }): ReactElement | null {
  const [chosen, setChosen] = useState(0);
  const shown = commands[chosen] ?? commands[0];
  if (!shown) return null;
  return (
    <div className={styles.commands}>
      {commands.length > 1 && (
        <div className={styles.shells} role="group" aria-label="Shell">
          {commands.map(({ shell }, index) => (
            <button
              key={shell}
              type="button"
              aria-pressed={index === chosen}
              onClick={() => setChosen(index)}
            >
              {shell}
            </button>
          ))}
        </div>
      )}
      <CommandBlock command={shown.command} copyLabel={shown.copyLabel} />
    </div>
  );
}
