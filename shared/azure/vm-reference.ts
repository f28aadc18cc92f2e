import { VmId } from './virtual-machine';

/**
 * The VM that a resource id or a portal's link names, or null where the text is neither.
 *
 * The portal keeps the id behind the `#`, after a tenant and before the name of a page:
 * `https://portal.azure.com/#@contoso.com/resource/subscriptions/…/virtualMachines/web-01/overview`. Any host is
 * taken, as every cloud has its own and nothing is fetched. An id of something inside the VM names the VM.
 */
export function vmIdIn(text: string): VmId | null {
  const path = /^https?:\/\//i.test(text.trim()) ? fragmentOf(text.trim()) : text.trim();
  const match =
    /\/subscriptions\/[^/?#\s]+\/resourceGroups\/[^/?#\s]+\/providers\/Microsoft\.Compute\/virtualMachines\/[^/?#\s]+/i.exec(
      path,
    );
  if (!match || (path === text.trim() && match.index !== 0)) return null;
  return VmId.safeParse(match[0]).data ?? null;
}

function fragmentOf(link: string): string {
  try {
    return decodeURIComponent(new URL(link).hash);
  } catch {
    return '';
  }
}

/** Whether a text can be a name at all, rather than an id or a link that went wrong. */
export function isVmName(text: string): boolean {
  return /^[^\s/\\"'[\]:|<>+=;,?*@&]{1,64}$/.test(text);
}
