import {
  Button,
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
} from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { useApp } from '../../store/store';
import styles from './KeyboardSheet.module.css';
import { shortcuts } from './words';

/** What every key does, on one sheet. */
export function KeyboardSheet(): ReactElement {
  const closeOverlay = useApp((state) => state.closeOverlay);
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && closeOverlay()}>
      <DialogSurface className={styles.surface ?? ''}>
        <DialogBody>
          <DialogTitle
            action={
              <DialogTrigger action="close" disableButtonEnhancement>
                <Button appearance="subtle" aria-label="Close" icon={<Dismiss20Regular />} />
              </DialogTrigger>
            }
          >
            Keyboard
          </DialogTitle>
          <DialogContent>
            <dl className={styles.sheet}>
              {shortcuts.map(({ keys, does }) => (
                <div key={does} className={styles.row}>
                  <dt>
                    {keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
