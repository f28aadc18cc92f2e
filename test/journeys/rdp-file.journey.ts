import { copyFileSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect } from '@playwright/test';
import { keepScreenshot, test } from './support/app';
import { givePassword, makePfx } from './support/publisher-file';

const fixture = resolve(import.meta.dirname, '../fixtures/rdp-files/web-account.rdp');

test('looks into an .rdp file and signs it, with the password in a window of its own', async ({
  start,
}, testInfo) => {
  const folder = testInfo.outputPath('files');
  mkdirSync(folder, { recursive: true });
  const { pfx, secret } = makePfx(folder);
  const [file, signed] = [join(folder, 'ready.rdp'), join(folder, 'signed.rdp')];
  copyFileSync(fixture, file);

  const { app, page, complaints } = await start();
  await app.evaluate(
    ({ dialog }, [first, second, target]) => {
      const chosen = [first, second];
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen.shift() ?? ''] });
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: target });
    },
    [file, pfx, signed] as const,
  );
  await page.getByRole('button', { name: '.rdp files' }).click();
  await page.getByRole('button', { name: 'Open a file…' }).click();
  await expect(page.getByText('Nothing speaks against this file.')).toBeVisible();
  await keepScreenshot(page, '6-rdp-file');

  await givePassword(app, secret, () => page.getByRole('button', { name: 'Sign…' }).click());

  await expect(page.getByText(`Signed and saved as ${signed}`)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Who signed it' })).toContainText('Signed by Contoso IT');
  await keepScreenshot(page, '7-rdp-file-signed');
  expect(complaints).toEqual([]);
});
