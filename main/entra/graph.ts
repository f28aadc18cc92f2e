import type { TokenCredential } from '@azure/core-auth';
import type { Endpoint } from '../azure/endpoint';
import { httpOf } from '../azure/http-client';
import { createRestReader, type RestReader } from '../azure/rest-reader';

/** Delegated permissions of Microsoft Graph that we read with. All but those of `User` need an admin's consent. */
export type GraphPermission =
  | 'User.Read'
  | 'User.ReadBasic.All'
  | 'Device.Read.All'
  | 'Application.Read.All'
  | 'Policy.Read.All';

/** Microsoft Graph for one tenant's tokens. */
export interface Graph {
  /** Reads with exactly one permission, so that a missing consent costs one fact and not all. */
  readonly with: (permission: GraphPermission) => RestReader['read'];
}

/** A credential whose tokens carry the permission. */
export type CredentialFor = (permission: GraphPermission) => TokenCredential;

export function createGraph(endpoint: Endpoint, credentialFor: CredentialFor): Graph {
  const readers = new Map<GraphPermission, RestReader>();
  const { graph } = endpoint.cloud;
  const http = httpOf(endpoint);
  return {
    with(permission) {
      const reader =
        readers.get(permission) ??
        createRestReader({
          origin: graph,
          scope: `${graph}/${permission}`,
          credential: credentialFor(permission),
          http,
        });
      readers.set(permission, reader);
      return reader.read;
    },
  };
}

/** What to ask an admin for. */
export function consentTo(permission: GraphPermission): string {
  const isAnyonesToGive = permission === 'User.Read' || permission === 'User.ReadBasic.All';
  return `${permission} (Microsoft Graph${isAnyonesToGive ? '' : ', admin consent'})`;
}

/** A literal of an OData filter. */
export function odata(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
