import type { VmId } from '../../shared/azure/virtual-machine';
import type { Route } from '../../shared/preflight/route';
import type { SessionState } from '../../shared/session/session-state';

/** The app's Connect as a line to paste into a terminal, for the cloud, or the demo, the app is in. */
export function connectCommand(
  vmId: VmId,
  route: Route | null,
  { mode, cloud, account }: Pick<SessionState, 'mode' | 'cloud' | 'account'>,
  platform: NodeJS.Platform,
): string {
  const words = ['entra-rdp', 'connect', vmId];
  if (route) words.push('--route', route);
  if (mode === 'demo') words.push('--demo', ...(account ? ['--demo-account', account.username] : []));
  else if (cloud !== 'global') words.push('--cloud', cloud);
  return words.map((word) => quoted(word, platform)).join(' ');
}

/** A resource group may have brackets and an account a `#`, which shells read as their own. */
function quoted(word: string, platform: NodeJS.Platform): string {
  if (/^[\w@./:-]+$/.test(word)) return word;
  return platform === 'win32' ? `"${word}"` : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
