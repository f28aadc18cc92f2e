import type { SavedCredential } from './this-pc';

/**
 * The saved credentials for remote desktops in what `cmdkey /list` prints.
 *
 * Its labels are in the language of Windows, so lines are told apart by place: an entry begins with the line
 * that holds its target, then comes its type, then its user.
 */
export function parseSavedCredentials(text: string): SavedCredential[] {
  return text
    .split(/\r?\n[ \t]*\r?\n/)
    .map((block) => block.split(/\r?\n/).filter((row) => row.trim() !== ''))
    .flatMap(credentialIn);
}

function credentialIn(rows: readonly string[]): SavedCredential[] {
  const start = rows.findIndex((row) => /\bTERMSRV\//i.test(row));
  const target = /\bTERMSRV\/(\S+)/i.exec(rows[start] ?? '')?.[1];
  if (target === undefined) return [];
  const username = valueOf(rows[start + 2] ?? '');
  return [{ target: `TERMSRV/${target}`, username }];
}

function valueOf(row: string): string | null {
  const separator = row.indexOf(':');
  return separator < 0 ? null : row.slice(separator + 1).trim() || null;
}
