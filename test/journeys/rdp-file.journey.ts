import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect } from '@playwright/test';
import { makePublisher } from '../support/publisher';
import { clickToClose, keepScreenshot, test } from './support/app';

const fixture = resolve(import.meta.dirname, '../fixtures/rdp-files/web-account.rdp');

/** A PFX and its password, as a publisher has them. */
function makePfx(folder: string): { readonly pfx: string; readonly secret: string } {
  const { certificate, key } = makePublisher({ name: 'Contoso IT' });
  const secret = 'pass wörd';
  writeFileSync(join(folder, 'publisher.pem'), certificate.toString());
  writeFileSync(join(folder, 'publisher.key'), key.export({ type: 'pkcs8', format: 'pem' }));
  writeFileSync(join(folder, 'secret'), `${secret}\n`);
  const words = '-export -in publisher.pem -inkey publisher.key -out publisher.pfx -passout file:secret';
  execFileSync('openssl', ['pkcs12', ...words.split(' ')], { cwd: folder, stdio: 'pipe' });
  return { pfx: join(folder, 'publisher.pfx'), secret };
}

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

  const asking = app.waitForEvent('window', { timeout: 0 });
  await page.getByRole('button', { name: 'Sign…' }).click();
  const password = await asking;
  await expect(password.getByRole('heading')).toHaveText('Open publisher.pfx');
  await password.getByLabel(/Password of/).fill(secret);
  await clickToClose(password.getByRole('button', { name: 'Open' }));

  await expect(page.getByText(`Signed and saved as ${signed}`)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Who signed it' })).toContainText('Signed by Contoso IT');
  await keepScreenshot(page, '7-rdp-file-signed');
  expect(complaints).toEqual([]);
});
