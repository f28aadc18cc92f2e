import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { words } from './words';

interface DiscardDialogProps {
  readonly name: string;
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
}

/** Asked before changes are lost for good. */
export function DiscardDialog({ name, onKeep, onDiscard }: DiscardDialogProps): ReactElement {
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onKeep()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.discardTitle}</DialogTitle>
          <DialogContent>{words.discardBody(name)}</DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onKeep}>
              {words.keepEditing}
            </Button>
            <Button onClick={onDiscard}>{words.discardDeed}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
