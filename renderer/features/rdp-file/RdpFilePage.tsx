import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { ErrorPanel } from '../../components/ErrorPanel';
import { PageFrame } from '../../components/PageFrame';
import { useApp } from '../../store/store';
import { NoFile } from './NoFile';
import { OpenFile } from './OpenFile';
import { words } from './words';

/** Any .rdp file, looked into before anything opens it. */
export function RdpFilePage(): ReactElement {
  const rdpFile = useApp((state) => state.rdpFile);
  const openRdpFile = useApp((state) => state.openRdpFile);
  return (
    <PageFrame title={words.title} lead={words.lead} isWide>
      {(rdpFile.phase === 'none' || rdpFile.phase === 'reading') && (
        <NoFile isReading={rdpFile.phase === 'reading'} onOpen={() => void openRdpFile()} />
      )}
      {rdpFile.phase === 'failed' && (
        <ErrorPanel title={words.failed(rdpFile.name)} error={rdpFile.error}>
          <Button onClick={() => void openRdpFile()}>{words.openAnother}</Button>
        </ErrorPanel>
      )}
      {rdpFile.phase === 'open' && (
        <OpenFile key={rdpFile.view.id} view={rdpFile.view} signing={rdpFile.signing} />
      )}
    </PageFrame>
  );
}
