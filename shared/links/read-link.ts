import { CloudId } from '../azure/cloud';
import type { VmId } from '../azure/virtual-machine';
import { partsOfVmId } from '../azure/vm-id-parts';
import { vmIdIn } from '../azure/vm-reference';
import { isAppError } from '../errors/app-error';
import { Route } from '../preflight/route';
import type { ConnectLink, OpenedLink } from './connect-link';
import { type LinkUrl, linkUrlIn, quoted, refusedLink } from './link-url';

const known = ['vm', 'route', 'tenant', 'cloud'];

/** What the system handed to the app as a link. Never throws: a link that is refused says why. */
export function openedLink(text: string): OpenedLink {
  try {
    const url = linkUrlIn(text);
    // Written anew, as the set-up's reader knows one spelling alone.
    if (url.action === 'setup') return { kind: 'setup', text: `entra-rdp://setup?${url.query}` };
    return { kind: 'connect', link: connectLinkOf(url) };
  } catch (error) {
    if (isAppError(error)) return { kind: 'refused', because: error.message };
    throw error;
  }
}

/** What came with other words behind it, as no system hands over a link. */
export function linkWithMore(): OpenedLink {
  return { kind: 'refused', because: refusedLink('something else came with it').message };
}

/**
 * Reads `entra-rdp://connect?vm=…&route=…&tenant=…&cloud=…`, of which only `vm` must be there.
 *
 * @throws AppError `invalid-request`, naming what is wrong.
 */
export function readConnectLink(text: string): ConnectLink {
  return connectLinkOf(linkUrlIn(text));
}

function connectLinkOf({ action, parameters }: LinkUrl): ConnectLink {
  if (action === 'setup') throw refusedLink('it sets up the app, and leads to no virtual machine');
  if (action !== 'connect') {
    throw refusedLink(`it asks for ${quoted(action)}, and this version knows “connect” and “setup” alone`);
  }
  const unknown = [...parameters.keys()].find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw refusedLink(`it holds ${quoted(unknown)}, which no link of ours has`);
  }
  return {
    vmId: vmIn(parameters.get('vm')),
    route: routeIn(parameters.get('route')),
    tenantId: tenantIn(parameters.get('tenant')),
    cloud: cloudIn(parameters.get('cloud')),
  };
}

function vmIn(text: string | undefined): VmId {
  if (text === undefined) throw refusedLink('it names no virtual machine (“vm”)');
  const id = vmIdIn(text);
  if (id === null || !isWellMade(id)) {
    throw refusedLink(`${quoted(text)} is not the resource id of a virtual machine`);
  }
  return id;
}

/**
 * Held to what Azure lets people name things: a link comes from anywhere, and its id goes into the address of a
 * request. Source: Naming rules for Azure resources, read 2026-11-22.
 */
export function isWellMade(id: VmId): boolean {
  const { subscriptionId, resourceGroup, name } = partsOfVmId(id);
  return (
    isGuid(subscriptionId) &&
    /^[\p{L}\p{Nd}_().-]{1,90}$/u.test(resourceGroup) &&
    /^[\p{L}\p{Nd}_.-]{1,64}$/u.test(name) &&
    !resourceGroup.endsWith('.') &&
    !name.endsWith('.')
  );
}

function isGuid(text: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
}

function routeIn(text: string | undefined): Route | null {
  if (text === undefined) return null;
  const { data } = Route.safeParse(text);
  if (data) return data;
  throw refusedLink(`there is no route ${quoted(text)}: it is one of ${Route.options.join(', ')}`);
}

function tenantIn(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (isGuid(text)) return text.toLowerCase();
  throw refusedLink(`${quoted(text)} is not the id of a tenant`);
}

// A client id, a portal and every address belong to one cloud. Set-up links leave the usual one out, too.
function cloudIn(text: string | undefined): CloudId {
  if (text === undefined) return 'global';
  const { data } = CloudId.safeParse(text);
  if (data) return data;
  throw refusedLink(`there is no cloud ${quoted(text)}: it is one of ${CloudId.options.join(', ')}`);
}
