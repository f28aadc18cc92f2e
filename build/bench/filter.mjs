import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { _electron as electron } from '@playwright/test';
import { resolveElectronRuntime } from '../electron-runtime/resolve.mjs';
import { buildIfStale } from '../support/build-if-stale.mjs';
import { root } from '../support/paths.mjs';
import { withDisplay } from './display.mjs';
import { judged, median, percentile } from './numbers.mjs';

export const title = 'A key typed in the filter over 50,000 VMs, to the painted result';

const vms = 50_000;
const budgetMs = 16;
const settleMs = 400;
const typed = ['web-0123', 'sql westeurope', 'running 00', 'file-04999'];

/** @param {{ runs: number }} options How often each text is typed and taken back, key by key. */
export async function measure({ runs = 5 }) {
  if (!(await buildIfStale())) throw new Error('The app could not be built.');
  const folder = await mkdtemp(join(tmpdir(), 'entra-rdp-filter-'));
  try {
    const times = await withDisplay(() => timesIn(folder, runs));
    const of = (percent) => percentile(times, percent).toFixed(1);
    console.log(
      `${times.length} keys: median ${median(times).toFixed(1)} ms, p95 ${of(95)} ms, worst ${of(100)} ms`,
    );
    return [judged('key to painted result, p95', percentile(times, 95), budgetMs, { unit: 'ms' })];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function timesIn(folder, runs) {
  const demoFile = join(folder, 'many.json');
  await writeFile(demoFile, JSON.stringify({ extends: 'contoso', scale: vms }));
  const { program } = await resolveElectronRuntime();
  const app = await electron.launch({
    executablePath: program,
    // The display's beat is left out: what waits for it would wait on any page.
    args: [
      '--no-sandbox',
      '--disable-frame-rate-limit',
      '--disable-gpu-vsync',
      root,
      `--demo-file=${demoFile}`,
      `--user-data-dir=${join(folder, 'profile')}`,
    ],
    cwd: root,
    env: { ...process.env, ENTRA_RDP_HOME: join(folder, 'home') },
  });
  try {
    const page = await app.firstWindow();
    await page.getByText(new RegExp(`^${vms.toLocaleString('en')} · `)).waitFor({ timeout: 60_000 });
    await page.getByLabel('Find a VM').focus();
    await page.evaluate(watchKeys);
    await pause(settleMs);
    for (let run = 0; run < runs; run += 1) for (const text of typed) await typeAndTakeBack(page, text);
    return await page.evaluate(() => globalThis.keyTimes);
  } finally {
    await app.close();
  }
}

/** From the key's own moment until the frame with its result has been handed to the compositor. */
function watchKeys() {
  globalThis.keyTimes = [];
  const onKey = ({ timeStamp }) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => globalThis.keyTimes.push(performance.now() - timeStamp);
      port2.postMessage(null);
    });
  document.addEventListener('keydown', onKey, { capture: true });
}

async function typeAndTakeBack(page, text) {
  const keys = [...text, ...[...text].map(() => 'Backspace')];
  for (const key of keys) {
    const before = await page.evaluate(() => globalThis.keyTimes.length);
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    await page.waitForFunction((count) => globalThis.keyTimes.length > count, before);
    await pause(20);
  }
}
