import type { Cloud } from '../../shared/azure/cloud';
import type { Audience } from './token-source';

/**
 * Whole names of the delegated permissions a token is asked for, as Entra ID wants them.
 * They follow the cloud: the SDKs' own cloud setting changes the endpoint but not the scope.
 */
export function scopesFor(cloud: Cloud, audience: Audience, permissions?: readonly string[]): string[] {
  if (audience === 'arm') return [`${cloud.arm}/user_impersonation`];
  return (permissions?.length ? permissions : ['User.Read']).map(
    (permission) => `${cloud.graph}/${permission}`,
  );
}

/** The Azure CLI's app has its permissions already: it can only be asked for all of a resource's at once. */
export function defaultScopeFor(cloud: Cloud, audience: Audience): string {
  return `${audience === 'arm' ? cloud.arm : cloud.graph}/.default`;
}

export function authorityFor(cloud: Cloud, tenant: string): string {
  return `${cloud.authority}/${tenant}`;
}
