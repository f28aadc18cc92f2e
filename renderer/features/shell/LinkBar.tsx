import { Button } from '@fluentui/react-components';
import { Link20Regular } from '@fluentui/react-icons';
import { type ReactElement, useEffect, useId } from 'react';
import { ArticleLink } from '../../components/ArticleLink';
import type { LinkState } from '../../store/link-slice';
import { useApp } from '../../store/store';
import styles from './LinkBar.module.css';
import { linkWords as words } from './words';

/** A link that was opened and shows nothing yet, or never will: why, and what to do. */
export function LinkBar(): ReactElement | null {
  const link = useApp((state) => state.link);
  const dismissLink = useApp((state) => state.dismissLink);
  const id = useId();
  // A key pressed on must not meet the Connect of a VM that was in view before: the link is about another one.
  useEffect(() => {
    if (link.phase === 'elsewhere' || link.phase === 'refused') document.getElementById(id)?.focus();
  }, [link, id]);
  if (link.phase === 'none' || link.phase === 'shown') return null;
  return (
    <div className={styles.bar} data-phase={link.phase} role={link.phase === 'waiting' ? 'status' : 'alert'}>
      <Link20Regular aria-hidden="true" />
      <span className={styles.words}>
        {sentenceOf(link)}{' '}
        {link.phase !== 'waiting' && <ArticleLink topic="link-refused">{words.whatToDo}</ArticleLink>}
      </span>
      {link.phase === 'elsewhere' && <WaysOn link={link} />}
      <Button
        id={id}
        size="small"
        appearance={link.phase === 'elsewhere' ? 'subtle' : 'secondary'}
        onClick={dismissLink}
      >
        {words.dismiss}
      </Button>
    </div>
  );
}

function WaysOn({ link: { elsewhere } }: { readonly link: Extract<LinkState, { phase: 'elsewhere' }> }) {
  const signInToTenant = useApp((state) => state.signInToTenant);
  const showLinkedVm = useApp((state) => state.showLinkedVm);
  if (elsewhere.kind === 'another-cloud') return null;
  return (
    <>
      {elsewhere.kind === 'tenant-not-signed-in' && (
        <Button size="small" appearance="primary" onClick={() => void signInToTenant(elsewhere.tenantId)}>
          {words.signInThere}
        </Button>
      )}
      <Button size="small" onClick={showLinkedVm}>
        {words.showAnyway}
      </Button>
    </>
  );
}

function sentenceOf(link: Exclude<LinkState, { phase: 'none' | 'shown' }>): string {
  switch (link.phase) {
    case 'waiting':
      return words.waiting(link.link.vmId.split('/').at(-1) ?? '');
    case 'elsewhere':
      return link.elsewhere.because;
    case 'refused':
      return link.because;
  }
}
