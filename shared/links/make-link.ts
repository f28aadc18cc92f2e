import { AppError } from '../errors/app-error';
import type { ConnectLink } from './connect-link';
import { isWellMade } from './read-link';

/**
 * A link that shows a VM to whoever opens it. It is plain ASCII without brackets, quotes or commas, so that mail
 * programs and chats find its end.
 *
 * @throws AppError `invalid-request` for an id that no link would be read with.
 */
export function makeConnectLink({ vmId, route, tenantId, cloud }: ConnectLink): string {
  if (!isWellMade(vmId)) {
    throw new AppError(
      'invalid-request',
      `No link was made: ${JSON.stringify(vmId)} is not the resource id of a virtual machine in Azure.`,
      { help: 'link-refused' },
    );
  }
  const parameters = [
    ['vm', vmId],
    ...(route === null ? [] : [['route', route]]),
    ...(tenantId === null ? [] : [['tenant', tenantId]]),
    ...(cloud === 'global' ? [] : [['cloud', cloud]]),
  ];
  const query = parameters.map(([name = '', value = '']) => `${name}=${encoded(value)}`).join('&');
  return `entra-rdp://connect?${query}`;
}

/** The tenant only where there is no other that a VM could be of. */
export function soleTenant(tenants: readonly { readonly id: string }[]): string | null {
  const [only, ...others] = tenants;
  return only && others.length === 0 ? only.id : null;
}

// encodeURIComponent leaves brackets, which end a link in many a program.
function encoded(value: string): string {
  return encodeURIComponent(value).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
