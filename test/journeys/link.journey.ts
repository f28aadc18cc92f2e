import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { keepScreenshot, openDemo, openVm, root, test } from './support/app';

const byLink = 'Opened by a link. Nothing starts before you click Connect.';

/** As a helpdesk copies it from the page of a VM. */
async function copyLink(app: ElectronApplication, page: Page, name: string): Promise<string> {
  await openVm(page, name);
  await page.getByText('You can sign in without a password.').waitFor();
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect
    .poll(() => app.evaluate(({ clipboard }) => clipboard.readText()))
    .toMatch(new RegExp(String.raw`^entra-rdp://connect\?vm=\S+${name}`));
  return app.evaluate(({ clipboard }) => clipboard.readText());
}

/** What the system does with a link while the app is running: it starts the app once more. */
async function startAgain(app: ElectronApplication, ...words: readonly string[]): Promise<void> {
  const { spawnfile, spawnargs } = app.process();
  const folders = spawnargs.filter((word) => word === root || word.startsWith('--user-data-dir='));
  const isRoot = process.getuid?.() === 0;
  const second = spawn(spawnfile, [...(isRoot ? ['--no-sandbox'] : []), ...folders, ...words], {
    stdio: 'ignore',
  });
  await once(second, 'exit');
}

test('opens the VM of a link: at the start, and while the app is running', async ({ start }) => {
  const helpdesk = await start();
  await openDemo(helpdesk.page);
  const link = await copyLink(helpdesk.app, helpdesk.page, 'ready-01');
  const other = await copyLink(helpdesk.app, helpdesk.page, 'ready-long-resource-name-02');
  await helpdesk.app.close();

  const { app, page, complaints } = await start('--demo', link);
  await expect(page.getByRole('heading', { name: 'ready-01' })).toBeVisible();
  await expect(page.getByText(byLink)).toBeVisible();
  await expect(page.getByText('You can sign in without a password.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Connect · passwordless' })).toBeFocused();
  await keepScreenshot(page, '9-by-link');

  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  await startAgain(app, '--', `${other}&route=password`);
  await expect(page.getByRole('heading', { name: 'ready-long-resource-name-02' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Connect · with password' })).toBeFocused();
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized())).toBe(
    false,
  );

  await startAgain(app, `${link}&client=mstsc`);
  await expect(page.getByRole('alert')).toContainText('“client”');
  await keepScreenshot(page, '10-link-refused');
  expect(complaints).toEqual([]);
});

test('takes no switch from a link, whatever it brings along', async ({ start }) => {
  const link = 'entra-rdp://connect?vm=%2Fsubscriptions';
  const { app, page } = await start('--demo', '--', link, '--demo-file=/nowhere/evil.json', '--disable-gpu');
  await expect(page.getByRole('alert')).toContainText('something else came with it');
  await expect(page.getByRole('option').filter({ hasText: 'READY-01' }).first()).toBeVisible();
  // Not Chromium either.
  expect(await app.evaluate(({ app: main }) => main.commandLine.hasSwitch('disable-gpu'))).toBe(false);

  await startAgain(app, '--', link, '--demo-file=/nowhere/evil.json');
  await expect(page.getByRole('alert')).toContainText('something else came with it');
});
