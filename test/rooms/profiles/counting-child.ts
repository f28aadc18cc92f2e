import { openLibrary } from '../../../main/profiles/open-library';
import { Profile } from '../../../shared/profiles/profile';

/** Adds its marks to one profile, each on top of what the other process saved. Arguments: folder, name, count. */
const [folder = '', name, count] = process.argv.slice(2);
const library = openLibrary(folder);

for (let index = 0; index < Number(count); ) {
  const before = await library.read('profile', 'shared').catch(() => null);
  const entry = before?.entry ?? Profile.parse({ version: 1, kind: 'profile', id: 'shared', name: 'Shared' });
  const saved = await library.save(
    { ...entry, notes: `${entry.notes}${name}${index} ` },
    { basedOn: before?.revision ?? null },
  );
  if (saved.outcome === 'saved') index += 1;
}
