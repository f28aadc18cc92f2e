import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { keepScreenshot, openDemo, openVm, rowsOf, test } from './support/app';

test('signs in to the demo, picks a VM, sees the checks arrive, and connects', async ({ start }) => {
  const { page, complaints } = await start();
  await expect(page.getByRole('heading', { name: /Sign in to your Windows VMs/ })).toBeVisible();
  await keepScreenshot(page, '1-first-run');

  await openDemo(page);
  await keepScreenshot(page, '2-list');

  await openVm(page, 'ready-01');
  await expect(page.getByText('You can sign in without a password.')).toBeVisible();
  const checks = page.getByRole('region', { name: 'Checks' });
  await expect(checks.getByRole('list').first()).toHaveAttribute('aria-busy', 'false');
  await expect(checks.getByText('The VM is running')).toBeVisible();
  await keepScreenshot(page, '3-ready');

  await page.getByRole('button', { name: 'Connect · passwordless' }).click();
  // The demo's PC is described in its file: saying so is the honest end of this way.
  await expect(page.getByText(/The demo's PC is described, so nothing is started/)).toBeVisible();
  await keepScreenshot(page, '4-connected');
  expect(complaints).toEqual([]);
});

test('tells why a VM cannot be signed in to, and lets a person insist', async ({ start }) => {
  const { page } = await start();
  await openDemo(page);
  await openVm(page, 'no-role-01');
  await expect(page.getByRole('button', { name: /Connect anyway/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ask an admin' })).toBeVisible();
  await keepScreenshot(page, '5-blocked');
});

test('needs no mouse', async ({ start }) => {
  const { page } = await start();
  await openDemo(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('READY-02');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'ready-long-resource-name-02' })).toBeVisible();
  await expect(page.getByText('You can sign in without a password.')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/The demo's PC is described, so nothing is started/)).toBeVisible();
});

test('saves the .rdp file where it is asked to', async ({ start }, testInfo) => {
  const { app, page } = await start();
  const file = testInfo.outputPath('ready & steady.rdp');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  await openDemo(page);
  await openVm(page, 'ready-01');
  await page.getByText('You can sign in without a password.').waitFor();
  await page.getByRole('button', { name: 'Save .rdp' }).click();
  await expect(async () => {
    const bytes = await readFile(file);
    expect([...bytes.subarray(0, 2)]).toEqual([0xff, 0xfe]);
    const lines = bytes.subarray(2).toString('utf16le').split('\r\n');
    expect(lines).toContain('enablerdsaadauth:i:1');
    expect(lines.find((line) => line.startsWith('full address:s:'))).toMatch(/^full address:s:ready-01/i);
  }).toPass();
});

test('copies the same Connect as a command for the terminal', async ({ start }) => {
  const { app, page } = await start();
  await openDemo(page);
  await openVm(page, 'ready-01');
  await page.getByText('You can sign in without a password.').waitFor();
  await page.getByRole('button', { name: 'Copy command' }).click();
  await expect
    .poll(() => app.evaluate(({ clipboard }) => clipboard.readText()))
    .toMatch(/^entra-rdp connect \/subscriptions\/\S+\/ready-01 .*--demo/);
});

test('comes back as it was left: place, size and theme', async ({ start }) => {
  const first = await start();
  const wanted = { x: 60, y: 40, width: 900, height: 600 };
  await first.app.evaluate(({ BrowserWindow }, bounds) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(bounds);
  }, wanted);
  await first.page.getByRole('button', { name: 'Settings' }).click();
  await first.page.getByRole('combobox', { name: 'Theme' }).selectOption('dark');
  await expect(first.page.locator('html')).toHaveCSS('color-scheme', 'dark');
  await keepScreenshot(first.page, '6-settings-dark');
  await first.app.close();

  const second = await start();
  const bounds = await second.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getBounds(),
  );
  expect(bounds).toEqual(wanted);
  await expect(second.page.locator('html')).toHaveCSS('color-scheme', 'dark');
});

test('folds to one page at its smallest', async ({ start }) => {
  const { app, page } = await start('--demo');
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ width: 720, height: 480 });
  });
  await rowsOf(page).first().waitFor();
  await keepScreenshot(page, '7-narrow-list');
  await openVm(page, 'stopped-01');
  await expect(page.getByRole('button', { name: /Connect anyway/ })).toBeVisible();
  await keepScreenshot(page, '8-narrow-vm');
  await page.keyboard.press('Escape');
  await expect(rowsOf(page).first()).toBeVisible();
});
