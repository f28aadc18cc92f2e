import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { _electron as electron } from '@playwright/test';
import { resolveElectronRuntime } from '../electron-runtime/resolve.mjs';
import { buildIfStale } from '../support/build-if-stale.mjs';
import { root } from '../support/paths.mjs';
import { withDisplay } from './display.mjs';
import { judged, median, percentile, spread } from './numbers.mjs';

export const title =
  'The editor: a click to the painted page, and frames while typing, in a library of 10,000';

const profiles = 10_000;
/** A frame that takes one and a half of a still page's was one too late for the next. */
const budgets = { openMs: 100, frames: 1.5 };
const settleMs = 400;
const betweenKeysMs = 50;
const searched = ['clipboard', 'gateway host', 'full screen', 'e'];
const valuesTyped = ['0,1,2,3', '1,0'];

/** @param {{ runs: number }} options How often the editor is opened, and each text typed and taken back. */
export async function measure({ runs = 7 }) {
  if (!(await buildIfStale())) throw new Error('The app could not be built.');
  const folder = await mkdtemp(join(tmpdir(), 'entra-rdp-editor-'));
  try {
    await writeLibrary(join(folder, 'home', 'library'));
    const { library, first, opens, still, search, value } = await withDisplay(async () => {
      const { program } = await resolveElectronRuntime();
      // A library that nobody has read yet is another measurement.
      await inApp(program, folder, listProfiles);
      return inApp(program, folder, (page) => measureIn(page, runs));
    });
    console.log(
      `list of ${profiles.toLocaleString('en')} profiles, click to painted: ${library.toFixed(0)} ms`,
    );
    console.log(`editor, click to painted: first ${first.toFixed(0)} ms, then ${spread(opens, 'ms')}`);
    tell('longest frame of 50 ms, nothing typed', still);
    tell('longest frame after a key in the search', search);
    tell('longest frame after a key in a value', value);
    const ratio = (times) => percentile(typicalByKey(times, runs), 95) / median(still);
    return [
      judged('editor, click to painted, p95', percentile([first, ...opens], 95), budgets.openMs, {
        unit: 'ms',
      }),
      judged(
        'frames while typing in the search, p95 of the keys, against a still page',
        ratio(search),
        budgets.frames,
      ),
      judged(
        'frames while typing in a value, p95 of the keys, against a still page',
        ratio(value),
        budgets.frames,
      ),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What each key costs as a rule: the median of its runs, which leaves out what else the machine did meanwhile. */
function typicalByKey(times, runs) {
  const keys = times.length / runs;
  return Array.from({ length: keys }, (_, key) =>
    median(Array.from({ length: runs }, (_unused, run) => times[run * keys + key])),
  );
}

function tell(what, times) {
  const of = (percent) => percentile(times, percent).toFixed(1);
  console.log(
    `${what}: ${times.length} keys, median ${median(times).toFixed(1)} ms, p95 ${of(95)} ms, worst ${of(100)} ms`,
  );
}

/** Templates of several levels, and many profiles, as files a person could have written. */
async function writeLibrary(library) {
  await mkdir(join(library, 'templates'), { recursive: true });
  await mkdir(join(library, 'profiles'), { recursive: true });
  const write = (kind, id, entry) =>
    writeFile(join(library, `${kind}s`, `${id}.json`), JSON.stringify({ version: 1, kind, id, ...entry }));
  await write('template', 'everybody', {
    name: 'Everybody',
    appliesTo: { level: 'organisation' },
    settings: ['session bpp:i:32', 'redirectclipboard:i:0'],
  });
  await write('template', 'two-screens', {
    name: 'Two screens',
    appliesTo: { level: 'named' },
    settings: ['use multimon:i:1', 'redirectclipboard:i:1', 'redirectprinters:i:1'],
  });
  for (let start = 0; start < profiles; start += 500)
    await Promise.all(
      Array.from({ length: 500 }, (_, index) => {
        const number = String(start + index).padStart(5, '0');
        return write('profile', `web-${number}`, {
          name: `web-frontend-prod-weu-${number}`,
          computerName: `WEB-${number}`,
          template: 'two-screens',
          settings: ['screen mode id:i:1'],
        });
      }),
    );
}

async function inApp(program, folder, work) {
  const app = await electron.launch({
    executablePath: program,
    args: ['--no-sandbox', root, `--user-data-dir=${join(folder, 'profile')}`],
    cwd: root,
    env: { ...process.env, ENTRA_RDP_HOME: join(folder, 'home') },
  });
  try {
    const page = await app.firstWindow();
    await page.getByRole('button', { name: 'Profiles' }).waitFor();
    await page.evaluate(watch);
    await pause(settleMs);
    return await work(page);
  } finally {
    // What was typed is not saved on purpose: the question about it is not asked here.
    await app.evaluate(({ app: running }) => running.exit()).catch(() => {});
  }
}

async function listProfiles(page) {
  const time = await clickToPainted(
    page,
    'nav[aria-label="Pages"] button:nth-of-type(2)',
    '#profile-list [role="option"]',
  );
  await pause(settleMs * 3);
  return time;
}

async function measureIn(page, runs) {
  const library = await listProfiles(page);
  const opens = [];
  for (let run = 0; run <= runs; run += 1) {
    opens.push(await clickToPainted(page, 'button:has-text("Two screens")', '#preview-file'));
    await page.keyboard.press('Escape');
    await page.waitForSelector('#profile-list');
    await pause(settleMs);
  }
  const [first, ...then] = opens;
  await page.click('button:has-text("Two screens")');
  await page.waitForSelector('#preview-file');
  await pause(settleMs);
  const still = await framesAtRest(page);
  const search = await framesWhileTyping(page, 'input[aria-label="Search settings"]', searched, runs);
  await page.click('nav[aria-label="Sections"] button:has-text("Display")');
  const value = await framesWhileTyping(page, 'input[aria-label$="selectedmonitors"]', valuesTyped, runs);
  return { library, first, opens: then, still, search, value };
}

/** In the page: when keys were pressed, when frames were drawn, and how long a click takes to what it leads to. */
function watch() {
  globalThis.seen = { keys: [], frames: [] };
  document.addEventListener('keydown', ({ timeStamp }) => globalThis.seen.keys.push(timeStamp), {
    capture: true,
  });
  const onFrame = () => {
    globalThis.seen.frames.push(performance.now());
    requestAnimationFrame(onFrame);
  };
  requestAnimationFrame(onFrame);
  globalThis.clickToPainted = (click, wanted) =>
    new Promise((resolve) => {
      const from = performance.now();
      const look = () => {
        if (!document.querySelector(wanted)) return requestAnimationFrame(look);
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - from);
        port2.postMessage(null);
        return undefined;
      };
      requestAnimationFrame(look);
      click.click();
    });
}

async function clickToPainted(page, button, wanted) {
  const handle = await page.locator(button).first().elementHandle();
  return page.evaluate(([click, selector]) => globalThis.clickToPainted(click, selector), [handle, wanted]);
}

/** Types at a person's pace, without waiting for the page; the longest frame between each key and the next. */
async function framesWhileTyping(page, field, texts, runs) {
  await page.locator(field).focus();
  await pause(settleMs);
  const longest = [];
  for (let run = 0; run < runs; run += 1)
    for (const text of texts) {
      await page.evaluate(() => Object.assign(globalThis.seen, { keys: [], frames: [performance.now()] }));
      for (const key of [...text, ...[...text].map(() => 'Backspace')]) {
        await page.keyboard.press(key === ' ' ? 'Space' : key);
        await pause(betweenKeysMs);
      }
      const { keys, frames } = await page.evaluate(() => globalThis.seen);
      for (const [index, key] of keys.entries())
        longest.push(longestGap(frames, key, keys[index + 1] ?? Number.POSITIVE_INFINITY));
    }
  return longest;
}

/** The same windows of time, with nobody at the keyboard. */
async function framesAtRest(page) {
  const windows = 60;
  await page.evaluate(() => Object.assign(globalThis.seen, { keys: [], frames: [performance.now()] }));
  await pause(windows * betweenKeysMs);
  const { frames } = await page.evaluate(() => globalThis.seen);
  const [start = 0] = frames;
  return Array.from({ length: windows }, (_, index) =>
    longestGap(frames, start + index * betweenKeysMs, start + (index + 1) * betweenKeysMs),
  );
}

/** A frame that was being waited for when the key came counts from the key. */
function longestGap(frames, from, until) {
  const drawn = frames.filter((frame) => frame >= from && frame < until);
  return Math.max(0, ...drawn.map((frame, index) => frame - (drawn[index - 1] ?? from)));
}
