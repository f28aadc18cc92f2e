import type { ReactElement } from 'react';
import type { RdpClient } from '../../../shared/client-pc/this-pc';
import styles from './ClientList.module.css';
import { routeWords, words } from './words';

/** The RDP clients found, the preferred first, and what each can do. */
export function ClientList({ clients }: { readonly clients: readonly RdpClient[] }): ReactElement {
  if (clients.length === 0) return <p>{words.noClients}</p>;
  return (
    <ul className={styles.list}>
      {clients.map(({ id, name, version, path, routes, limits }) => (
        <li key={path + id}>
          <p>
            <strong>{name}</strong> {version}
          </p>
          <p className={styles.detail}>
            <code>{path}</code>
          </p>
          <p className={styles.detail}>
            Can do: {routes.map((route) => routeWords[route]).join(', ') || words.none}
          </p>
          {limits.map((limit) => (
            <p key={limit} className={styles.detail}>
              {limit}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}
