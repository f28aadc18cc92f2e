import { resolve } from 'node:path';
import { expect } from '@playwright/test';
import { keepScreenshot, test } from './support/app';

const servers = resolve(import.meta.dirname, '../fixtures/import/rdcman-2.7.rdg');

test('imports an RDCMan file: groups become templates, servers profiles, and no password comes along', async ({
  start,
}) => {
  const { app, page, complaints } = await start();
  await app.evaluate(({ dialog }, file) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] });
  }, servers);
  await page.getByRole('button', { name: 'Profiles' }).click();
  await page
    .getByRole('region', { name: /import/i })
    .getByRole('button', { name: 'Files…' })
    .click();

  const report = page.getByRole('dialog');
  await expect(report).toContainText('Nothing is saved yet.');
  await expect(report).toContainText('logonCredentials/password');
  await keepScreenshot(page, '8-import-plan');
  await report.getByRole('button', { name: 'Import 6 entries' }).click();
  await expect(report).toContainText('What was imported');
  await expect(report).toContainText('3 profiles, 3 templates');
  await keepScreenshot(page, '8-import');
  await report.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByText('ledger-01.contoso.example')).toBeVisible();
  expect(complaints).toEqual([]);
});
