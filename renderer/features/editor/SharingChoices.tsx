import { type ReactElement, useId } from 'react';
import { useEditor } from './editor-context';
import styles from './SharingChoices.module.css';
import { type Choice, type SharingChoice, sharingChoices, stateOf, withChoice } from './sharing-choices';
import { choiceNames, sharingNames, words } from './words';

const choices: readonly Choice[] = ['inherited', 'off', 'on'];

/** Clipboard, drives, printers, cameras, smart cards, passkeys: what is asked of the PC, as it is stated here. */
export function SharingChoices(): ReactElement {
  return (
    <div className={styles.choices}>
      {sharingChoices.map((choice) => (
        <Sharing key={choice.id} choice={choice} />
      ))}
    </div>
  );
}

function Sharing({ choice }: { readonly choice: SharingChoice }): ReactElement {
  const { entry, composed, change } = useEditor();
  const id = useId();
  const state = stateOf(choice, entry, composed);
  return (
    <fieldset className={styles.choice}>
      <legend>{sharingNames[choice.id]}</legend>
      <div className={styles.segments}>
        {choices.map((each) => (
          <label key={each} data-chosen={state.choice === each}>
            <input
              type="radio"
              name={id}
              value={each}
              checked={state.choice === each}
              onChange={() => change(withChoice(entry, choice, each), null)}
            />
            {choiceNames[each]}
          </label>
        ))}
      </div>
      <span className={styles.result} data-asks={state.asks}>
        {state.asks ? words.asksFor : words.off}
      </span>
    </fieldset>
  );
}
