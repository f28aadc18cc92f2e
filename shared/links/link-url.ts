import { AppError } from '../errors/app-error';

/** Longer than any link we make, and shorter than what Windows hands to a program. */
const longest = 4096;

/** A link of ours, in its parts. */
export interface LinkUrl {
  /** What it asks for, in lower case: `connect`, `setup`. */
  readonly action: string;
  /** As it is written, behind the question mark. */
  readonly query: string;
  /** Decoded once; no name is there twice. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** Whether a text is meant as a link of ours, well-made or not. */
export function isLinkOfOurs(text: string): boolean {
  return /^\s*entra-rdp:/i.test(text);
}

/**
 * The parts of `entra-rdp://action?name=value&…`. Letter case of scheme and action, a slash after the action and
 * slashes missing or too many before it do not matter: browsers and Windows write links anew on their way.
 *
 * Taken apart by hand, as `URL` drops tabs and line breaks without a word, and takes the first of two values.
 *
 * @throws AppError `invalid-request`, naming what is wrong.
 */
export function linkUrlIn(text: string): LinkUrl {
  const link = text.trim();
  if (link.length > longest) {
    throw refusedLink(`it is ${link.length} characters long, and no link of ours has more than ${longest}`);
  }
  expectVisible(link);
  const [, place, query = '', fragment] = /^entra-rdp:\/*([^?#]*)(?:\?([^#]*))?(#.*)?$/i.exec(link) ?? [];
  if (place === undefined) throw refusedLink('it does not start with entra-rdp://');
  if (fragment !== undefined) throw refusedLink('it has a part after a #, which no link of ours has');
  return { action: actionIn(place), query, parameters: parametersIn(query) };
}

function actionIn(place: string): string {
  if (place.includes('@')) throw refusedLink('it carries a user name or a password');
  const [host = '', ...path] = place.split('/');
  if (host.includes(':')) throw refusedLink('it names a port');
  if (path.some((part) => part !== '')) throw refusedLink(`it leads to a path (${quoted(path.join('/'))})`);
  return host.toLowerCase();
}

function parametersIn(query: string): Map<string, string> {
  const parameters = new Map<string, string>();
  for (const pair of query.split('&').filter((part) => part !== '')) {
    const at = pair.indexOf('=');
    const name = decoded(at < 0 ? pair : pair.slice(0, at));
    if (at < 0) throw refusedLink(`${quoted(name)} in it has no value`);
    if (parameters.has(name)) throw refusedLink(`${quoted(name)} is in it twice`);
    parameters.set(name, decoded(pair.slice(at + 1)));
  }
  return parameters;
}

function decoded(text: string): string {
  let plain: string;
  try {
    plain = decodeURIComponent(text);
  } catch (cause) {
    throw refusedLink('a percent sign in it stands for no character', cause);
  }
  expectVisible(plain);
  return plain;
}

// Line breaks, control and direction characters, halves of characters, and those that are not assigned. A space
// is let through: Windows decodes some links before it hands them on.
function expectVisible(text: string): void {
  if (/[^\S ]|[\p{C}\ufffd]/u.test(text)) {
    throw refusedLink('it holds control characters, or others that cannot be seen');
  }
}

/** For an error's sentence: what somebody else wrote, cut short. */
export function quoted(text: string): string {
  return `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;
}

/** @param because completes "it was not opened, because …". */
export function refusedLink(because: string, cause?: unknown): AppError {
  return new AppError(
    'invalid-request',
    `The link was not opened: ${because}. Ask whoever sent it for a new one, or pick the VM in the list.`,
    { help: 'link-refused', cause },
  );
}
