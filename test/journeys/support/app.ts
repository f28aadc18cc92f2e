import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  test as base,
  type ElectronApplication,
  type Locator,
  type Page,
  type PlaywrightWorkerArgs,
} from '@playwright/test';

export const root = resolve(import.meta.dirname, '../../..');

export interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** What the page wrote to its console as an error, and what it threw. */
  readonly complaints: readonly string[];
}

interface Fixtures {
  /**
   * Starts the app with a profile that outlives a restart within one journey. What is still running at the
   * end is closed.
   */
  readonly start: (...words: readonly string[]) => Promise<RunningApp>;
}

export const test = base.extend<Fixtures>({
  async start({ playwright: { _electron: electron } }, provide, testInfo) {
    const profile = testInfo.outputPath('profile');
    const running: ElectronApplication[] = [];
    await provide(async (...words) => {
      const started = await launch(electron, profile, words);
      running.push(started.app);
      return started;
    });
    for (const app of running) await app.close();
    await rm(profile, { recursive: true, force: true });
  },
});

type Launcher = PlaywrightWorkerArgs['playwright']['_electron'];

async function launch(electron: Launcher, profile: string, words: readonly string[]): Promise<RunningApp> {
  // Without a path Playwright takes the runtime that ELECTRON_OVERRIDE_DIST_PATH names, and holds back the app's
  // `ready` until it listens; with one it does not, and now and then misses the first window.
  const app = await electron.launch({
    args: [root, `--user-data-dir=${profile}`, ...words],
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
  const path = resolve(root, 'test-results/screenshots', `${name}.png`);
  await page.screenshot({ path, animations: 'disabled' });
}

/**
 * Clicks what closes its own window. The window may be gone before Playwright has heard that the click was done:
 * then the click has done its work, and what came of it is for the journey to see.
 */
export async function clickToClose(button: Locator): Promise<void> {
  const closed = button.page().waitForEvent('close', { timeout: 0 });
  await Promise.all([closed, button.click().catch(unlessClosed)]);
}

function unlessClosed(error: unknown): void {
  const isCutOff =
    error instanceof Error &&
    /page, context or browser has been closed[^]*performing click/.test(error.message);
  if (!isCutOff) throw error;
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
