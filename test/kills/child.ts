import { writeSync } from 'node:fs';
import type { Library } from '../../main/profiles/library';
import { openLibrary } from '../../main/profiles/open-library';
import { randomFor } from '../fuzz/random';
import { bytesOf, places, profileNamed, type Told, templateNamed } from './entries';

/** Saves again and again, until it is killed. Arguments: folder, seed, round. */
const [folder = '', seed, round] = process.argv.slice(2);
const random = randomFor(Number(seed), Number(round));
const library = openLibrary(folder);

// At once, as what is only on its way when the process dies was never told.
const tell = (line: string) => writeSync(1, `${line}\n`);

tell('ready');
for (let save = 0; ; save += 1) await change(library, `round ${round} save ${save}`);

async function change({ read, remove, save, keepFile }: Library, name: string): Promise<void> {
  const place = random.pick(places);
  const { kind, id } = place;
  const before = await read(kind, id).catch(() => null);
  const basedOn = before?.revision ?? null;
  const fresh = kind === 'profile' ? profileNamed(id, name) : templateNamed(id, name);
  const attempt = async (told: Omit<Told, 'place'>, work: () => Promise<unknown>) => {
    tell(JSON.stringify({ place, ...told }));
    await work();
    tell('done');
  };

  const what = random.below(10);
  if (before && basedOn !== null && what === 0) {
    const removed = { becomes: null, setAside: before.entry.name };
    await attempt(removed, () => remove([{ kind, id, basedOn }]));
  } else if (before && what === 1) {
    const insisted = { becomes: name, setAside: before.entry.name };
    await attempt(insisted, () => save(fresh, { basedOn: 'another', isInsisting: true }));
  } else if (fresh.kind === 'profile' && what < 5) {
    const files = before?.entry.kind === 'profile' ? before.entry.files : [];
    await attempt({ becomes: name, setAside: null }, () =>
      keepFile({ ...fresh, files }, 'web-account', bytesOf(name), { basedOn }),
    );
  } else {
    await attempt({ becomes: name, setAside: null }, () => save(fresh, { basedOn }));
  }
}
