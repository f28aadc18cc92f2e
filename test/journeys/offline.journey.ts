import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { expect } from '@playwright/test';
import { makeProgram } from '../support/rdp-client';
import { keepScreenshot, openVm, rowsOf, test } from './support/app';

/** Stands in for FreeRDP 3: says what it is, keeps the file it was given, and stays as a session does. */
const freerdp = (kept: string) => `
case "$1" in
  /version) echo "This is FreeRDP version 3.15.0 (3.15.0)" ;;
  /buildconfig) echo "WITH_AAD=ON" ;;
  *) cp "$1" "${kept}"; exec sleep 60 ;;
esac`;

const terminalServer = {
  version: 1,
  kind: 'profile',
  id: 'ts01',
  name: 'Terminal server',
  address: 'ready-01',
  settings: ['redirectclipboard:i:0'],
};

test('without a network: the last list, a VM of it, and Connect', async ({ start }, testInfo) => {
  const folder = testInfo.outputPath('offline');
  const programs = join(folder, 'programs');
  await mkdir(programs, { recursive: true });
  const opened = join(folder, 'opened.rdp');
  await makeProgram(programs, 'sdl-freerdp3', freerdp(opened));
  const tenant = join(folder, 'offline.json');
  await writeFile(tenant, JSON.stringify({ extends: 'contoso', thisPc: 'real', faults: { offline: true } }));
  const profiles = testInfo.outputPath('profile', 'demo-library', 'profiles');
  await mkdir(profiles, { recursive: true });
  await writeFile(join(profiles, 'ts01.json'), JSON.stringify(terminalServer));
  const path = process.env['PATH'];
  process.env['PATH'] = [programs, path].join(delimiter);
  try {
    const online = await start('--demo');
    await rowsOf(online.page).first().waitFor();
    const count = await online.page.getByText(/^\d+ · \d+ s ago$/).textContent();
    await online.app.close();

    const { app, page, complaints } = await start(`--demo-file=${tenant}`);
    await rowsOf(page).first().waitFor();
    await expect(
      page.getByText(/^Offline\. This is the list of .*\((just now|1 minute ago)\)\.$/),
    ).toBeVisible();
    await expect(page.getByText(new RegExp(`^${count?.split(' ')[0]} · saved \\d+ s ago$`))).toBeVisible();
    await keepScreenshot(page, '20-offline-list');

    await openVm(page, 'READY-02');
    await expect(page.getByText(/^was running /)).toBeVisible();
    await expect(
      page.getByText(/speaks against signing in without a password, but Azure could not be asked/),
    ).toBeVisible();
    await expect(page.getByRole('region', { name: 'Checks' })).toContainText('could not be looked at');
    await keepScreenshot(page, '21-offline-vm');
    await page.emulateMedia({ colorScheme: 'dark' });
    await keepScreenshot(page, '22-offline-dark');
    await page.emulateMedia({ colorScheme: 'light' });

    await page.getByRole('button', { name: 'Connect · passwordless' }).click();
    await expect(page.getByText(/FreeRDP 3 opened at/)).toBeVisible();
    await keepScreenshot(page, '23-offline-connected');
    const file = (await readFile(opened)).subarray(2).toString('utf16le').split('\r\n');
    expect(file).toContain('full address:s:READY-02');
    expect(file).toContain('username:s:ada@contoso.example');
    await page.getByRole('button', { name: 'Cancel' }).click();

    // A profile that the VMs’ list knows nothing of, from its row.
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name: 'Profiles' }).click();
    await page.getByRole('listbox', { name: 'Profiles of the library' }).focus();
    await page.keyboard.press('Control+Enter');
    const panel = page.getByRole('region', { name: 'Connecting to Terminal server' });
    await expect(panel.getByText(/FreeRDP 3 opened at/)).toBeVisible();
    await keepScreenshot(page, '26-offline-profile');
    const ofProfile = (await readFile(opened)).subarray(2).toString('utf16le').split('\r\n');
    expect(ofProfile).toEqual(expect.arrayContaining(['full address:s:ready-01', 'redirectclipboard:i:0']));
    await panel.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name: 'VMs' }).click();

    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setBounds({ width: 720, height: 480 });
    });
    await keepScreenshot(page, '24-offline-narrow-vm');
    await page.keyboard.press('Escape');
    await expect(rowsOf(page).first()).toBeVisible();
    await keepScreenshot(page, '25-offline-narrow-list');
    await page.keyboard.press('F5');
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    expect(complaints).toEqual([]);
  } finally {
    process.env['PATH'] = path;
  }
});
