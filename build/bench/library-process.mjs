// One task of the library's benchmark in a process of its own. The argument is JSON: task, rooms, home, count,
// and whether the library was never listed before.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const { task, rooms, home, count, isNew } = JSON.parse(process.argv[2]);
process.send(await { fill, floor, list }[task]());
process.disconnect();

async function fill() {
  const { Profile } = await load();
  mkdirSync(join(home, 'profiles'), { recursive: true });
  for (let index = 0; index < count; index += 1) {
    const profile = profileAt(index, Profile);
    writeFileSync(join(home, 'profiles', `${profile.id}.json`), `${JSON.stringify(profile, null, 2)}\n`);
  }
  return {};
}

function floor() {
  return timed(() => {
    for (const name of readdirSync(join(home, 'profiles'))) readFileSync(join(home, 'profiles', name));
  });
}

async function list() {
  const { openLibrary, profileRow, LibraryView } = await load();
  // So that the first listing is not charged for what the process does when it starts.
  await new Promise((resolve) => setTimeout(resolve, 50));
  const library = openLibrary(
    home,
    isNew ? {} : { memoryFile: { path: `${home}-memory.jsonl`, program: 'bench' } },
  );
  const view = async () => {
    const { templates, profiles, problems } = await library.contents();
    const rows = profiles.map(({ entry }) => profileRow(entry));
    if (rows.length !== count) throw new Error(`${rows.length} profiles are not ${count}.`);
    return LibraryView.parse({ folder: home, templates, profiles: rows, problems });
  };
  const waits = watchWaits();
  const first = await timed(view);
  const longestWait = waits();
  return { first, again: await timed(view), longestWait };
}

/** Milliseconds of the processor's and by the clock: on a busy machine the clock measures other programs. */
async function timed(work) {
  const [started, used] = [performance.now(), ownMilliseconds()];
  await work();
  return { processor: ownMilliseconds() - used, clock: performance.now() - started };
}

/** What the thread that answers took of a processor: on Linux without the helpers that run beside it. */
function ownMilliseconds() {
  if (process.platform === 'linux') {
    return Number(readFileSync('/proc/thread-self/schedstat', 'latin1').split(' ', 1)[0]) / 1_000_000;
  }
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** How much this process worked at most, in milliseconds, before others had their turn. */
function watchWaits() {
  let [last, longest, isOver] = [ownMilliseconds(), 0, false];
  const look = () => {
    const now = ownMilliseconds();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) setImmediate(look);
  };
  setImmediate(look);
  return () => {
    look();
    isOver = true;
    return longest;
  };
}

function profileAt(index, Profile) {
  const id = `web-${String(index).padStart(5, '0')}`;
  const group = '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/web';
  return Profile.parse({
    version: 1,
    kind: 'profile',
    id,
    name: `Web ${index}`,
    vmId: `${group}/providers/Microsoft.Compute/virtualMachines/${id}`,
    tenantId: '22222222-2222-4222-8222-222222222222',
    computerName: id.toUpperCase(),
    username: `user${index}@contoso.example`,
    route: index % 2 ? 'password' : 'web-account',
    template: 'finance',
    settings: ['redirectclipboard:i:1', 'drivestoredirect:s:'],
  });
}

function load() {
  return import(pathToFileURL(rooms).href).then(({ default: loaded }) => loaded);
}
