import { type ReactElement, Suspense, useEffect } from 'react';
import { lazily } from './components/lazily';
import { LibraryPage } from './features/profiles/LibraryPage';
import { ProfileConnect } from './ProfileConnect';
import { useProfiles } from './store/profiles-store';

const EditorPage = lazily('EditorPage', () => import('./features/editor/EditorPage'));
const ManyFilesPage = lazily('ManyFilesPage', () => import('./features/batch/ManyFilesPage'));

/** The library, and what is done from it: a page of the rail with pages of its own. */
export function ProfilesPage(): ReactElement {
  const place = useProfiles((state) => state.place);
  const readLibrary = useProfiles((state) => state.readLibrary);
  const onUnload = useProfiles((state) => state.onUnload);
  useEffect(() => void readLibrary(), [readLibrary]);
  // For as long as the window lives: what is not saved outlives this page.
  useEffect(() => window.addEventListener('beforeunload', onUnload), [onUnload]);
  // What comes next almost always, so it is fetched while the list is read.
  useEffect(() => void requestIdleCallback(() => void EditorPage.prepare()), []);
  return (
    <Suspense>
      {place.kind === 'library' && <LibraryPage connecting={<ProfileConnect />} />}
      {place.kind === 'editor' && <EditorPage entryKey={place.key} />}
      {place.kind === 'many-files' && <ManyFilesPage />}
    </Suspense>
  );
}
