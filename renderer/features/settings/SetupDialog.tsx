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
import { ErrorPanel } from '../../components/ErrorPanel';
import { FactTable } from '../../components/FactTable';
import { useApp } from '../../store/store';
import { cloudNames, setupWords } from './words';

/** An organisation's set-up is shown before it is taken: it decides where one signs in. */
export function SetupDialog(): ReactElement | null {
  const offer = useApp((state) => state.setupOffer);
  const takeSetup = useApp((state) => state.takeSetup);
  const dismissSetup = useApp((state) => state.dismissSetup);
  if (offer.phase !== 'offered' && offer.phase !== 'failed') return null;

  return (
    <Dialog open onOpenChange={(_, { open }) => !open && dismissSetup()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{setupWords.title}</DialogTitle>
          <DialogContent>
            {offer.phase === 'failed' ? (
              <ErrorPanel title={setupWords.failedTitle} error={offer.error} />
            ) : (
              <>
                <p>{setupWords.body}</p>
                <FactTable
                  rows={[
                    [setupWords.name, offer.setup.name ?? setupWords.noName],
                    [setupWords.tenant, offer.setup.tenant],
                    [setupWords.cloud, cloudNames[offer.setup.cloud]],
                    [setupWords.clientId, <code key="id">{offer.setup.clientId}</code>],
                  ]}
                />
              </>
            )}
          </DialogContent>
          <DialogActions>
            {offer.phase === 'offered' && (
              <Button appearance="primary" onClick={() => void takeSetup()}>
                {setupWords.take}
              </Button>
            )}
            <Button onClick={dismissSetup}>
              {offer.phase === 'offered' ? setupWords.cancel : setupWords.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
