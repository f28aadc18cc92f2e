import { AppError } from '../../../../shared/errors/app-error';
import type { LibraryView } from '../../../../shared/profiles/library-view';
import { profileRow } from '../../../../shared/profiles/profile-row';
import type { Library } from '../../../profiles/library';
import { noSuchEntry } from '../../../profiles/stored-entry';
import { policiesHere } from '../policies-here';
import type { RoomContext, RoomHandlers } from '../room-context';

export function libraryHandlers({ live, announce, desktop }: RoomContext): RoomHandlers<'library'> {
  let watched: { readonly library: Library; readonly stop: () => void } | undefined;

  async function library(): Promise<Library> {
    return (await live.current()).library();
  }

  /** Whoever looks at a library hears of its changes from then on. */
  function watch(shown: Library): void {
    if (watched?.library === shown) return;
    watched?.stop();
    const { folder } = shown;
    watched = { library: shown, stop: shown.watch(() => announce.library.changed({ folder })) };
  }

  async function view(shown: Library): Promise<LibraryView> {
    watch(shown);
    const { templates, profiles, problems } = await shown.contents();
    return {
      folder: shown.folder,
      templates: [...templates],
      profiles: profiles.map(({ entry }) => profileRow(entry)),
      problems: [...problems],
    };
  }

  return {
    async read() {
      return view(await library());
    },
    async chooseFolder() {
      const libraryFolder = await desktop.askForFolder('library');
      if (libraryFolder === null) return null;
      const { settings } = await live.current();
      const before = await settings.read();
      announce.settings.changed(await settings.change((now) => ({ ...now, libraryFolder })));
      try {
        return await view(await library());
      } catch (error) {
        // A folder that cannot be read is not kept as the chosen one.
        const { libraryFolder: folder } = before;
        announce.settings.changed(await settings.change((now) => ({ ...now, libraryFolder: folder })));
        throw error;
      }
    },
    async entry({ kind, id }) {
      return (await library()).read(kind, id);
    },
    async save({ entry, basedOn, isInsisting }) {
      return (await library()).save(entry, { basedOn, isInsisting });
    },
    async remove({ kind, id, basedOn, isInsisting }) {
      const [removed] = await (await library()).remove([{ kind, id, basedOn }], { isInsisting });
      if (!removed) throw noSuchEntry(kind, id);
      return removed;
    },
    async conflict({ file }) {
      return (await library()).conflict(file);
    },
    async settle({ problem, keep }) {
      const settled = await library();
      await settled.settle(problem, keep);
      return view(settled);
    },
    async export() {
      const place = await desktop.askWhereToSave('entra-rdp-library.zip', 'zip');
      if (place === null) return null;
      const { exportLibrary } = await import('../../../profiles/archive/export-library');
      const { file } = await exportLibrary(await library(), place);
      return { file };
    },
    async preview({ id, route }) {
      const [{ previewProfile }, { viewOf }] = await Promise.all([
        import('../../../profiles/preview-profile'),
        import('../../../rdp-files/view-of'),
      ]);
      const shown = await library();
      const { entry } = await shown.read('profile', id);
      if (entry.kind !== 'profile') throw new AppError('not-found', `There is no profile ${id}.`);
      const { name, document } = await previewProfile(shown, entry, route);
      return viewOf(`profile ${id}`, document, name, await policiesHere(live));
    },
  };
}
