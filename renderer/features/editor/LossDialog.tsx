import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';

interface LossDialogProps {
  readonly title: string;
  readonly children: ReactNode;
  /** What the safe answer is called; Esc gives it, too. */
  readonly keepLabel: string;
  readonly loseLabel: string;
  readonly onKeep: () => void;
  readonly onLose: () => void;
}

/** Asked before something is lost for good: the safe answer is the one at hand. */
export function LossDialog(props: LossDialogProps): ReactElement {
  const { title, children, keepLabel, loseLabel, onKeep, onLose } = props;
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onKeep()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>{children}</DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onKeep}>
              {keepLabel}
            </Button>
            <Button onClick={onLose}>{loseLabel}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
