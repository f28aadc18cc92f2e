import { type ReactElement, type ReactNode, useMemo } from 'react';
import type { ImportReport } from '../../../shared/profiles/library-view';
import { FilePath } from '../../components/FilePath';
import { MiddleCut } from '../../components/MiddleCut';
import styles from './ImportReportView.module.css';
import { byFile, type FileOfImport, type LeftOutAlike, sumOf } from './import-report';
import { importWords as words } from './import-words';

/** More is in the copy: nobody reads a thousand lines in a dialog. */
const mostShown = { files: 100, entries: 20, kinds: 50 };

interface ImportReportViewProps {
  readonly report: ImportReport;
  readonly lead: ReactNode;
}

/** What an import takes over and what it leaves out and why, a file at a time. */
export function ImportReportView({ report, lead }: ImportReportViewProps): ReactElement {
  const files = useMemo(() => byFile(report), [report]);
  return (
    <div className={styles.report}>
      <div>
        <p className={styles.sum}>{sumOf(report)}</p>
        {lead && <p>{lead}</p>}
        {report.leftOut.length === 0 && files.length > 0 && <p>{words.nothingLeftOut}</p>}
      </div>
      {files.slice(0, mostShown.files).map((file) => (
        <File key={file.file} file={file} />
      ))}
      {files.length > mostShown.files && <p>{words.moreFiles(files.length - mostShown.files)}</p>}
    </div>
  );
}

function File({ file: { file, came, leftOut } }: { readonly file: FileOfImport }): ReactElement {
  const leftOutInAll = leftOut.reduce((sum, { count }) => sum + count, 0);
  return (
    <section className={styles.file} aria-label={file}>
      <h3>
        <FilePath path={file} />
      </h3>
      {leftOut.length > 0 && (
        <>
          <h4>{words.leftOut(leftOutInAll)}</h4>
          <ul>
            {leftOut.slice(0, mostShown.kinds).map((alike) => (
              <LeftOut key={`${alike.what} ${alike.because}`} alike={alike} />
            ))}
          </ul>
          <More all={leftOut.length} shown={mostShown.kinds} />
        </>
      )}
      {came.length > 0 ? (
        <>
          <h4>{words.came(came.length)}</h4>
          <ul>
            {came.slice(0, mostShown.entries).map(({ id, name, change, kind }) => (
              <li key={`${kind} ${id}`} className={styles.entry}>
                <MiddleCut text={name} />
                <span className={styles.change}>
                  {words[kind]}, {words.changes[change]}
                </span>
              </li>
            ))}
          </ul>
          <More all={came.length} shown={mostShown.entries} />
        </>
      ) : (
        <p className={styles.because}>{words.nothingCame}</p>
      )}
    </section>
  );
}

function LeftOut({
  alike: { what, because, places, count },
}: {
  readonly alike: LeftOutAlike;
}): ReactElement {
  const others = count - places.length;
  return (
    <li>
      <p className={styles.what}>
        {what}
        {count > 1 && <span className={styles.change}> {words.times(count)}</span>}
      </p>
      <p className={styles.because}>{because}</p>
      {places.length > 0 && (
        <p className={styles.place}>
          {places.join('; ')}
          {others > 0 && `, ${words.more(others)}`}
        </p>
      )}
    </li>
  );
}

function More({ all, shown }: { readonly all: number; readonly shown: number }): ReactElement | null {
  return all > shown ? <p className={styles.place}>{words.more(all - shown)}</p> : null;
}
