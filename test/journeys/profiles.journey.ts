import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { keepScreenshot, openDemo, test } from './support/app';
import { givePassword, makePfx } from './support/publisher-file';

const servers = resolve(import.meta.dirname, '../fixtures/import/rdcman-2.7.rdg');

/** Chooses in the system's dialogs as a person would, told apart by their titles. */
async function chooseIn(app: ElectronApplication, chosen: Readonly<Record<string, string>>): Promise<void> {
  await app.evaluate(({ dialog }, answers) => {
    const answer = (words: readonly unknown[]): string => {
      const { title = '' } = words.at(-1) as { readonly title?: string };
      return Object.entries(answers).find(([part]) => title.includes(part))?.[1] ?? '';
    };
    const open = async (...words: unknown[]) => ({ canceled: false, filePaths: [answer(words)] });
    dialog.showOpenDialog = open;
  }, chosen);
}

/** Two VMs of finance and a hundred people: two hundred lines. */
function makeList(folder: string): string {
  const people = Array.from({ length: 100 }, (_, index) => `person${index + 1}@contoso.example`);
  const lines = people.flatMap((person) => [`fin-app-01;${person}`, `ready-01;${person}`]);
  const list = join(folder, 'finance.csv');
  writeFileSync(list, ['vm;user', ...lines].join('\r\n'));
  return list;
}

async function goToProfiles(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name: 'Profiles' }).click();
}

test('from an empty library: a template for finance, 200 signed files in folders a person, servers imported', async ({
  start,
}, testInfo) => {
  const folder = testInfo.outputPath('files');
  mkdirSync(folder, { recursive: true });
  const { pfx, secret } = makePfx(folder);
  const out = join(folder, 'out');
  const { app, page, complaints } = await start();
  await chooseIn(app, { list: makeList(folder), folder: out, certificate: pfx, Import: servers });
  await openDemo(page);

  await goToProfiles(page);
  await page.getByRole('button', { name: 'New template' }).click();
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
  await page.keyboard.type('Finance VMs');
  await page.getByLabel('Applies to').selectOption('tag');
  await page.getByLabel('Tag', { exact: true }).fill('department');
  await page.getByLabel('Value').fill('finance');
  await page.getByRole('group', { name: 'Clipboard' }).getByRole('radio', { name: 'On' }).check();
  await page.keyboard.press('Control+F');
  await page.keyboard.type('full screen');
  await page.getByRole('combobox', { name: /screen mode id/ }).selectOption('1');
  await page.keyboard.press('Control+S');
  await expect(page.getByText('Template · Saved')).toBeVisible();
  await keepScreenshot(page, 'profiles-editor-app');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Make many files…' }).click();
  await page.getByRole('button', { name: 'Choose a file…' }).click();
  await expect(page.getByText('201 lines')).toBeVisible();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('switch', { name: 'Sign the files' }).click();
  await page.getByRole('button', { name: 'Look through' }).click();
  await expect(page.getByText('200 files can be written · 100 people')).toBeVisible();
  await page
    .getByRole('option', { name: /fin-app-01/ })
    .first()
    .click();
  await expect(page.getByRole('region', { name: 'Becomes' })).toContainText('Clipboard');
  await keepScreenshot(page, 'profiles-wizard-app');
  await givePassword(app, secret, () =>
    page.getByRole('button', { name: 'Sign and write 200 files…' }).click(),
  );
  await expect(page.getByText('200 files written for 100 people.')).toBeVisible({ timeout: 60_000 });
  await keepScreenshot(page, 'profiles-summary-app');
  expect(readdirSync(out).filter((name) => name.includes('@'))).toHaveLength(100);
  const file = readFileSync(join(out, 'person7@contoso.example', 'fin-app-01.rdp'), 'utf16le');
  expect(file).toContain('redirectclipboard:i:1');
  expect(file).toContain('signature:s:');
  await page.getByRole('button', { name: 'Done' }).click();

  await page.getByRole('button', { name: 'Import' }).click();
  await page.getByRole('menuitem', { name: /Files/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Import 6 entries' }).click();
  await expect(page.getByRole('dialog')).toContainText('3 profiles, 3 templates');
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await page.getByLabel('Filter profiles').fill('ledger');
  await expect(page.getByText('ledger-01.contoso.example')).toBeVisible();
  await page.getByLabel('Filter profiles').fill('');
  await keepScreenshot(page, 'profiles-library-app');
  await page.getByLabel('Filter profiles').fill('person7@');
  await page.getByRole('option', { name: /fin-app-01/ }).click();
  await expect(page.getByText('The signed file for passwordless is used as it is')).toBeVisible();
  await keepScreenshot(page, 'profiles-signed-app');
  expect(complaints).toEqual([]);
});

test('closing asks before it takes what is not saved', async ({ start }) => {
  const { app, page } = await start();
  await app.evaluate(({ dialog }) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    dialog.showMessageBoxSync = (...words: unknown[]) => {
      asked.push((words.at(-1) as { readonly message: string }).message);
      return asked.length === 1 ? 0 : 1;
    };
  });
  await goToProfiles(page);
  await page.getByRole('button', { name: 'New template' }).click();
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
  await page.keyboard.type('Not yet saved');
  await page.getByRole('button', { name: 'This PC' }).click();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { asked: readonly string[] }).asked))
    .toEqual(['Close without saving?']);
  await goToProfiles(page);
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Not yet saved');
});
