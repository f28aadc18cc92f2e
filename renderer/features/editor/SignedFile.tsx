import { Spinner } from '@fluentui/react-components';
import { type ReactElement, useEffect, useState } from 'react';
import type { AppError } from '../../../shared/errors/app-error';
import type { DirectRoute } from '../../../shared/profiles/entry';
import type { KeptFile } from '../../../shared/profiles/profile';
import type { RdpFileView } from '../../../shared/rdp/rdp-file-view';
import { asAppError } from '../../api';
import { ErrorPanel } from '../../components/ErrorPanel';
import { routeNames } from '../../components/profile-words';
import { OpeningDialog } from '../../components/rdp-view/OpeningDialog';
import { RawText } from '../../components/rdp-view/RawText';
import { useApi } from '../../store/store';
import { ChoiceField } from './Field';
import styles from './Preview.module.css';
import { words } from './words';

interface SignedFileProps {
  readonly id: string;
  readonly files: readonly KeptFile[];
}

/** The finished files that are kept beside a profile, one for each way to sign in, as they will be used. */
export function SignedFile({ id, files }: SignedFileProps): ReactElement {
  const [chosen, setChosen] = useState(files[0]?.route ?? null);
  return (
    <>
      {files.length > 1 && (
        <ChoiceField
          label={words.route}
          value={chosen ?? ''}
          choices={files.map(({ route }) => [route, routeNames[route]] as const)}
          onChange={(value) => setChosen(files.find(({ route }) => route === value)?.route ?? null)}
        />
      )}
      <KeptFileOf key={chosen} id={id} route={chosen} />
    </>
  );
}

function KeptFileOf({
  id,
  route,
}: {
  readonly id: string;
  readonly route: DirectRoute | null;
}): ReactElement {
  const api = useApi();
  const [read, setRead] = useState<RdpFileView | AppError | null>(null);
  useEffect(() => {
    let isStale = false;
    const show = (answer: RdpFileView | AppError): void => {
      if (!isStale) setRead(answer);
    };
    api.library.preview({ id, route }).then(show, (error: unknown) => show(asAppError(error)));
    return () => {
      isStale = true;
    };
  }, [api, id, route]);

  if (read === null) return <Spinner size="tiny" label={words.reading} />;
  if (read instanceof Error) return <ErrorPanel title={words.signedFailed} error={read} />;
  return <Kept view={read} />;
}

function Kept({ view }: { readonly view: RdpFileView }): ReactElement {
  const [mark, setMark] = useState<{ readonly line: number } | null>(null);
  return (
    <div className={styles.signed}>
      <OpeningDialog view={view} onShowLine={(line) => setMark({ line })} />
      <RawText {...view} mark={mark} />
    </div>
  );
}
