import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  test as base,
  type ElectronApplication,
  _electron as electron,
  type Locator,
  type Page,
} from '@playwright/test';

const root = resolve(import.meta.dirname, '../../..');

export interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** What the page wrote to its console as an error, and what it threw. */
  readonly complaints: readonly string[];
}

interface Fixtures {
  /** A folder of its own for profile, settings and sign-in; it outlives a restart within one journey. */
  readonly profile: string;
  /** Starts the app; what is still running at the end is closed. */
  readonly start: (...words: readonly string[]) => Promise<RunningApp>;
}

export const test = base.extend<Fixtures>({
  async profile({}, use) {
    const folder = await mkdtemp(join(tmpdir(), 'entra-rdp-journey-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  async start({ profile }, use) {
    const running: ElectronApplication[] = [];
    await use(async (...words) => {
      const started = await launch(profile, words);
      running.push(started.app);
      return started;
    });
    for (const app of running) await app.close();
  },
});

async function launch(profile: string, words: readonly string[]): Promise<RunningApp> {
  const isRoot = process.getuid?.() === 0;
  const app = await electron.launch({
    executablePath: process.env['ELECTRON_EXEC_PATH'] ?? 'electron',
    args: [...(isRoot ? ['--no-sandbox'] : []), root, `--user-data-dir=${profile}`, ...words],
    cwd: root,
  });
  const page = await app.firstWindow();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.waitForSelector('html[data-interactive]');
  return { app, page, complaints };
}

/** Kept beside the results, for people: CI keeps them as artefacts. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: resolve(root, 'test-results/screenshots', `${name}.png`) });
}

/** The rows of the list. */
export function rowsOf(page: Page): Locator {
  return page.getByRole('listbox', { name: 'Virtual machines' }).getByRole('option');
}

/** Opens the demo from the first page and waits for its VMs. */
export async function openDemo(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the demo' }).click();
  await rowsOf(page).first().waitFor();
}

/** Finds a VM as a person does, and opens it. */
export async function openVm(page: Page, name: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Find a VM' }).fill(name);
  await page
    .getByRole('option', { name: new RegExp(`(^|\\s)${name}\\s`, 'i') })
    .first()
    .click();
}
