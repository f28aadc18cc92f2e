import { useMemo } from 'react';
import type { Template } from '../../../shared/profiles/template';
import { useProfiles } from '../../store/profiles-store';

/** The templates of the library, by name. */
export function useTemplates(): readonly Template[] {
  const stored = useProfiles(({ library }) => (library.phase === 'known' ? library.view.templates : none));
  return useMemo(
    () => stored.map(({ entry }) => entry).toSorted((a, b) => a.name.localeCompare(b.name)),
    [stored],
  );
}

const none: readonly { readonly entry: Template }[] = [];
