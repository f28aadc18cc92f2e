import { Button } from '@fluentui/react-components';
import { Delete20Regular } from '@fluentui/react-icons';
import { type ReactElement, useState } from 'react';
import { settingIn } from '../../../shared/rdp/parse';
import { Section } from '../../components/PageFrame';
import controls from './controls.module.css';
import { useEditor } from './editor-context';
import { type UnknownLine, unknownLines, withLine, withoutLine, withSetting } from './entry-lines';
import styles from './OtherLines.module.css';
import overview from './Overview.module.css';
import { words } from './words';

/** Settings nobody here knows: kept, and changed as the lines they are. */
export function OtherLines(): ReactElement {
  const { entry } = useEditor();
  return (
    // A box that scrolls must be reachable with the keyboard.
    <div className={overview.overview} role="region" aria-label={words.unknownSettings} tabIndex={0}>
      <Section title={words.unknownTitle}>
        <p className={overview.lead}>{words.unknownLead}</p>
        <ul className={styles.lines}>
          {unknownLines(entry).map((line, place) => (
            <Line key={line.index} line={line} number={place + 1} />
          ))}
        </ul>
        <NewLine />
      </Section>
    </div>
  );
}

function Line({ line, number }: { readonly line: UnknownLine; readonly number: number }): ReactElement {
  const { entry, change } = useEditor();
  // What is typed stays in view while it is no setting; the entry keeps what was one last.
  const [typed, setTyped] = useState<{ readonly text: string; readonly over: string } | null>(null);
  const isTyping = typed?.over === line.text;
  const text = isTyping ? typed.text : line.text;
  const isSetting = settingIn(text) !== null;
  return (
    <li>
      <input
        className={controls.input}
        aria-label={words.unknownLine(number)}
        aria-invalid={!isSetting}
        title={isSetting ? text : words.noLineFault}
        spellCheck={false}
        value={text}
        onChange={({ target }) => {
          const isOne = settingIn(target.value) !== null;
          setTyped(isOne ? null : { text: target.value, over: line.text });
          if (isOne) change(withLine(entry, line.index, target.value), `line ${line.index}`);
        }}
        onKeyDown={(event) => {
          const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z';
          if (!isUndo || !isTyping) return;
          event.preventDefault();
          setTyped(null);
        }}
      />
      <Button
        size="small"
        appearance="subtle"
        icon={<Delete20Regular />}
        aria-label={`${words.removeLine}: ${line.text}`}
        title={words.removeLine}
        onClick={() => change(withoutLine(entry, line.index), null)}
      />
      {!isSetting && <p className={styles.fault}>{words.noLineFault}</p>}
    </li>
  );
}

function NewLine(): ReactElement {
  const { entry, change } = useEditor();
  const [text, setText] = useState('');
  const [wasRefused, setRefused] = useState(false);
  const setting = settingIn(text);
  const isFaulty = wasRefused && setting === null;
  const add = (): void => {
    setRefused(setting === null);
    if (!setting) return;
    change(withSetting(entry, setting), null);
    setText('');
  };
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <input
        className={controls.input}
        aria-label={words.addLine}
        aria-invalid={isFaulty}
        data-undo="own"
        placeholder={words.addLinePlaceholder}
        spellCheck={false}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <Button size="small" type="submit">
        {words.add}
      </Button>
      {isFaulty && (
        <p className={styles.fault} role="alert">
          {words.noLineFault}
        </p>
      )}
    </form>
  );
}
