import type { UsedFile } from './used-file';

/** "The file of Web servers is used as it is, as Contoso IT signed it. Your user name was added to it." */
export function usedFileSentence({
  name,
  signer,
  added,
}: Pick<UsedFile, 'name' | 'signer' | 'added'>): string {
  const wasAdded = added.length > 0 ? ' Your user name was added, which the signature does not cover.' : '';
  return `The file “${name}” is used as it is, signed by ${signer}.${wasAdded}`;
}
