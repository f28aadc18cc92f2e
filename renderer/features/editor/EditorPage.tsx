import type { ReactElement } from 'react';
export function EditorPage({ entryKey }: { readonly entryKey: string }): ReactElement {
  return <p>{entryKey}</p>;
}
