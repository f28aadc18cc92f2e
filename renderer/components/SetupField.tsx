import { Button, Input } from '@fluentui/react-components';
import { type ReactElement, useEffect, useId, useState } from 'react';
import { useApp } from '../store/store';
import styles from './SetupField.module.css';

/** Where an organisation's set-up link or text is pasted. A file may be dropped anywhere on the window. */
export function SetupField(): ReactElement {
  const offerSetup = useApp((state) => state.offerSetup);
  const isReading = useApp(({ setupOffer }) => setupOffer.phase === 'reading');
  const [text, setText] = useState('');
  const id = useId();
  usePastedSetup(offerSetup);

  return (
    <form
      className={styles.setup}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) void offerSetup(text);
      }}
    >
      <label htmlFor={id} className={styles.label}>
        <strong>The set-up of your organisation</strong>
        <span>Drop its file anywhere on this window, or paste its link or text.</span>
      </label>
      <div className={styles.line}>
        <Input
          id={id}
          className={styles.input ?? ''}
          value={text}
          placeholder="Link or text of the set-up"
          autoComplete="off"
          spellCheck={false}
          onChange={(_, { value }) => setText(value)}
        />
        <Button type="submit" disabled={isReading || !text.trim()}>
          Read it
        </Button>
      </div>
    </form>
  );
}

/** Pasting anywhere outside of a field works too. */
function usePastedSetup(offerSetup: (text: string) => Promise<void>): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const isTyping =
        event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      const text = event.clipboardData?.getData('text/plain').trim();
      if (!isTyping && text) void offerSetup(text);
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, [offerSetup]);
}
