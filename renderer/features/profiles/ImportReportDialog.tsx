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
import type { ImportReport } from '../../../shared/profiles/library-view';
import { CopyButton } from '../../components/CopyButton';
import { useProfiles } from '../../store/profiles-store';
import styles from './ImportReportDialog.module.css';
import { words } from './words';

/** More is in the copy: nobody reads a thousand lines in a dialog. */
const mostShown = 200;
/** What fits on the clipboard's call. */
const longestCopy = 99_000;

/** What an import took over, and what it left out and why. */
export function ImportReportDialog({ report }: { readonly report: ImportReport }): ReactElement {
  const close = useProfiles((state) => state.closeImportReport);
  const { templates, profiles, leftOut } = report;
  const came = [...templates, ...profiles];
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && close()}>
      <DialogSurface className={styles.surface ?? ''}>
        <DialogBody>
          <DialogTitle>{words.importTitle}</DialogTitle>
          <DialogContent className={styles.content ?? ''} tabIndex={0}>
            <p className={styles.sum}>{sumOf(report)}</p>
            {leftOut.length > 0 ? (
              <section>
                <h3>{words.leftOut(leftOut.length)}</h3>
                <ul>
                  {numbered(leftOut).map(({ place, what, because, number }) => (
                    <li key={number}>
                      <span className={styles.what}>{what}</span>
                      <span className={styles.place}>{place}</span>
                      <span>{because}</span>
                    </li>
                  ))}
                </ul>
                <More all={leftOut.length} />
              </section>
            ) : (
              came.length > 0 && <p>{words.nothingLeftOut}</p>
            )}
            {came.length > 0 && (
              <section>
                <h3>{words.came(came.length)}</h3>
                <ul>
                  {came.slice(0, mostShown).map(({ id, name, place, change }) => (
                    <li key={`${id} ${place}`}>
                      <span className={styles.what}>
                        {name} <span className={styles.change}>{words.changes[change]}</span>
                      </span>
                      <span className={styles.place}>{place}</span>
                    </li>
                  ))}
                </ul>
                <More all={came.length} />
              </section>
            )}
          </DialogContent>
          <DialogActions>
            <CopyButton label={words.copyReport} size="medium" text={textOf(report)} />
            <Button appearance="primary" onClick={close}>
              {words.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** Two things left out of one place may read alike. */
function numbered<Line extends object>(lines: readonly Line[]): (Line & { readonly number: number })[] {
  return lines.slice(0, mostShown).map((line, number) => ({ ...line, number }));
}

function More({ all }: { readonly all: number }): ReactElement | null {
  return all > mostShown ? <p>{words.moreLines(all - mostShown)}</p> : null;
}

function sumOf({ profiles, templates }: ImportReport): string {
  const [news, newTemplates] = [profiles, templates].map(
    (all) => all.filter(({ change }) => change !== 'same').length,
  );
  const same = [...profiles, ...templates].filter(({ change }) => change === 'same').length;
  const parts = [
    news && words.importedProfiles(news),
    newTemplates && words.importedTemplates(newTemplates),
    same && words.importedSame(same),
  ].filter(Boolean);
  return parts.length === 0 ? words.importNothing : parts.join(', ');
}

function textOf(report: ImportReport): string {
  const lines = [
    words.importTitle,
    sumOf(report),
    '',
    words.leftOut(report.leftOut.length),
    ...report.leftOut.map(({ place, what, because }) => `${what}\t${place}\t${because}`),
    '',
    words.came(report.profiles.length + report.templates.length),
    ...[...report.templates, ...report.profiles].map(
      ({ name, place, change }) => `${name}\t${words.changes[change]}\t${place}`,
    ),
  ];
  return lines.join('\n').slice(0, longestCopy);
}
