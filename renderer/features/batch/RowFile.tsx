import { Spinner } from '@fluentui/react-components';
import { type ReactElement, useState } from 'react';
import type { BatchRow } from '../../../shared/profiles/batch-view';
import type { RdpFileView } from '../../../shared/rdp/rdp-file-view';
import { ErrorPanel } from '../../components/ErrorPanel';
import { FactTable } from '../../components/FactTable';
import { OpeningDialog } from '../../components/rdp-view/OpeningDialog';
import { RawText } from '../../components/rdp-view/RawText';
import { StatusIcon } from '../../components/StatusIcon';
import { useProfiles } from '../../store/profiles-store';
import styles from './RowFile.module.css';
import { words } from './words';

/** The file of one line, before it is written: where it leads, what Windows will ask, and its text. */
export function RowFile({ row }: { readonly row: BatchRow | null }): ReactElement {
  const preview = useProfiles((state) => state.rowPreview);
  const isOfRow = row !== null && preview.phase !== 'none' && preview.line === row.line;
  return (
    // A box that scrolls must be reachable with the keyboard.
    <div className={styles.pane} role="region" aria-label={words.head.file} tabIndex={0}>
      {!row && <p className={styles.quiet}>{words.noLine}</p>}
      {row?.problem != null && (
        <>
          <p className={styles.told}>
            <StatusIcon status="fail" />
            <strong>{words.noFile}</strong>
          </p>
          <p>{row.problem}</p>
        </>
      )}
      {row?.problem === null &&
        row.warnings.map((warning) => (
          <p key={warning} className={styles.told}>
            <StatusIcon status="warn" />
            {warning}
          </p>
        ))}
      {row?.problem === null && isOfRow && (
        <>
          {preview.phase === 'reading' && <Spinner size="tiny" label={words.reading} />}
          {preview.phase === 'failed' && <ErrorPanel title={words.noFile} error={preview.error} />}
          {preview.phase === 'known' && <File key={preview.line} view={preview.view} />}
        </>
      )}
    </div>
  );
}

function File({ view }: { readonly view: RdpFileView }): ReactElement {
  const isSigned = useProfiles((state) => state.batchInput.isSigned);
  const [mark, setMark] = useState<{ readonly line: number } | null>(null);
  return (
    <>
      <h2 className={styles.name}>{view.name}</h2>
      <FactTable
        rows={[
          [words.leadsTo, view.leadsTo?.host ?? ''],
          [words.asUser, view.leadsTo?.username ?? words.nobody],
        ]}
      />
      {isSigned && <p className={styles.quiet}>{words.onceSigned}</p>}
      <OpeningDialog view={view} onShowLine={(line) => setMark({ line })} />
      <RawText {...view} mark={mark} />
    </>
  );
}
