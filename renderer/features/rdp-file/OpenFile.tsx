import { type ReactElement, useState } from 'react';
import type { RdpFileView } from '../../../shared/rdp/rdp-file-view';
import { ErrorPanel } from '../../components/ErrorPanel';
import { Section } from '../../components/PageFrame';
import { Findings } from '../../components/rdp-view/Findings';
import { OpeningDialog } from '../../components/rdp-view/OpeningDialog';
import { RawText } from '../../components/rdp-view/RawText';
import { StatusIcon } from '../../components/StatusIcon';
import type { Signing } from '../../store/rdp-file-slice';
import { FileHead } from './FileHead';
import styles from './OpenFile.module.css';
import { Signature } from './Signature';
import { TypedView } from './TypedView';
import { verdictOf, words } from './words';

interface OpenFileProps {
  readonly view: RdpFileView;
  readonly signing: Signing;
}

/** The answer first, then what Windows asks and who signed it, then every line. */
export function OpenFile({ view, signing }: OpenFileProps): ReactElement {
  // The same line asked for again must be scrolled to again.
  const [mark, setMark] = useState<{ readonly line: number } | null>(null);
  const showLine = (line: number): void => setMark({ line });
  const { status, sentence } = verdictOf(view);
  return (
    <>
      <FileHead view={view} isSigning={signing.phase === 'asked'} />
      {signing.phase === 'failed' && <ErrorPanel title={words.signFailed} error={signing.error} />}
      {signing.phase === 'signed' && (
        <p className={styles.told} role="status">
          <StatusIcon status="pass" />
          {[words.signedAs(signing.file), ...signing.warnings].join(' · ')}
        </p>
      )}
      <p className={styles.verdict}>
        <StatusIcon status={status} />
        {sentence}
      </p>
      <div className={styles.pair}>
        <Section title={words.dialog}>
          <OpeningDialog view={view} onShowLine={showLine} />
        </Section>
        <Section title={words.signature}>
          <Signature verification={view.verification} />
        </Section>
      </div>
      <Section title={words.findings}>
        <Findings {...view} onShowLine={showLine} />
      </Section>
      <div className={styles.lines}>
        <Section title={words.settings}>
          <TypedView
            lines={view.lines}
            faulty={faultyLines(view)}
            marked={mark?.line ?? null}
            onShowLine={showLine}
          />
        </Section>
        <Section title={words.raw}>
          <RawText {...view} mark={mark} />
        </Section>
      </div>
    </>
  );
}

function faultyLines({ findings }: RdpFileView): ReadonlySet<number> {
  return new Set(findings.flatMap(({ severity, line }) => (severity === 'info' ? [] : [line])));
}
