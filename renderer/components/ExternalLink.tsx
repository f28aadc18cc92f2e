import { Link } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { useApi } from '../store/store';

interface ExternalLinkProps {
  readonly url: string;
  readonly children: ReactNode;
}

/** Opens in the system browser, through main's list of allowed hosts; the window itself never navigates. */
export function ExternalLink({ url, children }: ExternalLinkProps): ReactElement {
  const api = useApi();
  return (
    <Link
      href={url}
      title={url}
      inline
      onClick={(event) => {
        event.preventDefault();
        void api.app.openExternal({ url });
      }}
    >
      {children}
    </Link>
  );
}
