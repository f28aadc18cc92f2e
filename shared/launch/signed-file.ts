import { isAppError } from '../errors/app-error';
import { isSameAddress, isSameHost } from '../network/host-name';
import type { DirectRoute } from '../profiles/entry';
import { usernameFor } from '../rdp/compose';
import { connectionIn } from '../rdp/connection';
import { applyEdits } from '../rdp/edits';
import { type RdpDocument, settingsIn } from '../rdp/parse';
import type { SignatureProblemId, Verification } from '../rdp/signature/verification';

/** What a finished file must say to stand in for the one that would be composed. */
export interface WantedConnection {
  readonly route: DirectRoute;
  /** Names and addresses that lead to the VM, the pre-flight's choice first. */
  readonly hosts: readonly string[];
  readonly port: number;
  /** Who connects; null where nobody is known to. */
  readonly username: string | null;
  /** Whether a file of somebody else's will do, as for one that a person chose by hand. */
  readonly isForAnybody: boolean;
  /** A policy of this PC keeps files of known publishers from being opened. */
  readonly isSignedForbidden: boolean;
}

/**
 * Why a signed file is not opened as it is, completing "it was not used, because …"; null where nothing speaks
 * against it. Where it leads is asked of the lines that clients take, covered or not.
 */
export function whyNotAsItIs(
  document: RdpDocument,
  { signed, valid, problems }: Pick<Verification, 'signed' | 'valid' | 'problems'>,
  wanted: WantedConnection,
): string | null {
  if (!signed) return 'nobody has signed it';
  if (!valid) {
    const broken = problems.find(({ severity }) => severity === 'broken');
    return `its signature does not hold${broken ? `: ${broken.found}` : ''}`;
  }
  const twice = problems.find(({ id }) => id === 'line-is-there-twice');
  if (twice) return `clients would read it differently: ${twice.found}`;
  if (wanted.isSignedForbidden) {
    return 'a policy of this PC forbids opening signed files (AllowSignedFiles is off)';
  }
  return whyNotThere(document, wanted);
}

function whyNotThere(
  document: RdpDocument,
  { route, hosts, port, username, isForAnybody }: WantedConnection,
): string | null {
  const connection = connectionIn(settingsIn(document));
  if (!connection) return 'it names no computer';
  if (connection.route !== route) {
    return `it signs in ${connection.route === 'password' ? 'with a password' : 'without a password'}, which is not the chosen way`;
  }
  const { host } = connection;
  if (!hosts.some((one) => isSameHost(one, host) || isSameAddress(one, host))) {
    return `it leads to ${host}, and the connection is to go to ${hosts[0] ?? 'nothing that is known'}`;
  }
  const filePort = connection.port ?? 3389;
  if (filePort !== port) return `it leads to port ${filePort}, and port ${port} is asked for`;
  if (isForAnybody || connection.username === null || username === null) return null;
  if (!isSameUser(connection.username, username)) {
    return `it is for ${connection.username}, and ${username} is signed in`;
  }
  return null;
}

export function isSameUser(a: string, b: string): boolean {
  const plain = (name: string) =>
    name
      .trim()
      .replace(/^AzureAD\\/i, '')
      .toLowerCase();
  return plain(a) === plain(b);
}

/** Said already, or of no interest to who connects. */
const untold: readonly SignatureProblemId[] = [
  'publisher-is-not-trusted',
  'signed-attributes',
  'scope-name-is-unknown',
  'scope-names-twice',
  // Where the file leads was compared with the VM.
  'address-is-not-covered',
];

/** What whoever connects should know about a signature that holds. No signature covers a user name. */
export function notesOnSignature(
  { lines }: RdpDocument,
  { problems }: Pick<Verification, 'problems'>,
): string[] {
  const usernames = lines.flatMap(({ setting, number }) => (setting?.name === 'username' ? [number] : []));
  return problems
    .filter(({ id, severity }) => severity !== 'broken' && !untold.includes(id))
    .filter(({ line }) => line === undefined || !usernames.includes(line))
    .map(({ found }) => found);
}

/**
 * The file with the user name in it, where it has none and the signature does not cover that line: every other
 * byte stays. Null where it can not be added.
 */
export function withUserName(
  document: RdpDocument,
  { route, username }: Pick<WantedConnection, 'route' | 'username'>,
): RdpDocument | null {
  if (username === null || connectionIn(settingsIn(document))?.username !== null) return null;
  try {
    const value = usernameFor({ username, route });
    if (value === null) return null;
    const edited = applyEdits(document, { set: [{ name: 'username', type: 's', value }], remove: [] });
    return edited.signature === 'kept' ? edited.document : null;
  } catch (error) {
    // A name that no file can carry, or a file that no line can be added to.
    if (isAppError(error)) return null;
    throw error;
  }
}
