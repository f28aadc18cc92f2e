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
import type { CertificateQuestion } from '../../../shared/launch/connect';
import { StatusIcon } from '../../components/StatusIcon';
import { useApp } from '../../store/store';
import styles from './CertificateDialog.module.css';
import { groupsOf } from './fingerprint';
import { certificateWords as words } from './words';

/** Shown by the computer against known to Azure, in the same groups, so that the eye can compare. */
export function CertificateDialog({ question }: { readonly question: CertificateQuestion }): ReactElement {
  const answerCertificate = useApp((state) => state.answerCertificate);
  const { host, presented, expected, matches } = question;
  const verdict = matches === null ? words.cannotCompare : matches ? words.matches : words.differs;
  return (
    <Dialog open modalType="alert">
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.title(host)}</DialogTitle>
          <DialogContent className={styles.content ?? ''}>
            <p>{words.body}</p>
            <dl className={styles.fingerprints}>
              <dt>{words.presented}</dt>
              <dd>
                <Fingerprint text={presented} against={expected} />
              </dd>
              <dt>{words.expected}</dt>
              <dd>{expected ? <Fingerprint text={expected} against={presented} /> : words.notKnown}</dd>
            </dl>
            <p className={styles.verdict}>
              <StatusIcon status={matches === null ? 'unknown' : matches ? 'pass' : 'fail'} />
              {verdict}
            </p>
          </DialogContent>
          <DialogActions>
            <Button
              appearance={matches ? 'primary' : 'secondary'}
              onClick={() => void answerCertificate(true)}
            >
              {words.trust}
            </Button>
            <Button
              appearance={matches ? 'secondary' : 'primary'}
              onClick={() => void answerCertificate(false)}
            >
              {words.refuse}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Fingerprint({
  text,
  against,
}: {
  readonly text: string;
  readonly against: string | null;
}): ReactElement {
  const others = against === null ? null : groupsOf(against);
  const groups = groupsOf(text);
  return (
    <code className={styles.fingerprint}>
      {groups.map((group, place) => {
        const differs = others !== null && others.length === groups.length && others[place] !== group;
        return differs ? (
          <mark key={`${place} ${group}`}>{group}</mark>
        ) : (
          <span key={`${place} ${group}`}>{group}</span>
        );
      })}
    </code>
  );
}
