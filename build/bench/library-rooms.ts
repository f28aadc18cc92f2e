// What the benchmark of the library measures, bundled as the product is.
export { openLibrary } from '../../main/profiles/open-library';
export { LibraryView } from '../../shared/profiles/library-view';
export { Profile } from '../../shared/profiles/profile';
export { profileRow } from '../../shared/profiles/profile-row';
