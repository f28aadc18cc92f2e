import type { Page } from '@playwright/test';
import { carelessRdpFile, signedRdpFile, viewOfBytes } from '../support/sample-rdp-files';
import { expect, test } from './window';

async function goToPage(page: Page): Promise<void> {
  await page.getByRole('button', { name: '.rdp files' }).click();
  await expect(page.getByRole('heading', { name: '.rdp files' })).toBeVisible();
}

/** Drops a file on the window, as a person does from the file manager. */
async function drop(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const dropped = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(content)], fileName));
      return transfer;
    },
    [name, [...bytes]] as const,
  );
  await page.dispatchEvent('body', 'drop', { dataTransfer: dropped });
}

test('without a file: where to drop one, and how to open one', async ({ window, page }) => {
  await window.open();
  await goToPage(page);
  await expect(page.getByRole('button', { name: 'Open a file…' })).toBeVisible();
  await window.look('rdp-file-none');
});

test('a file of our own: nothing speaks against it, and what Windows will ask', async ({ window, page }) => {
  await window.open();
  await goToPage(page);
  await page.getByRole('button', { name: 'Open a file…' }).click();
  await expect(page.getByRole('heading', { name: 'READY-01.rdp' })).toBeVisible();
  const dialog = page.getByRole('region', { name: 'What Windows will ask' });
  await expect(dialog).toContainText('Caution: Unknown remote connection');
  await expect(dialog).toContainText('It asks to share nothing of this PC.');
  await expect(page.getByRole('region', { name: 'Who signed it' })).toContainText('Nobody signed this file');
  await window.look('rdp-file-clean');
});

test('a careless file, dropped on the list of VMs: each fault with its line', async ({ window, page }) => {
  await window.open();
  await page.getByRole('listbox').getByRole('option').first().waitFor();
  await drop(page, 'careless.rdp', carelessRdpFile);
  await expect(page.getByText(/serious things? speaks? against opening this file/)).toBeVisible();

  const dialog = page.getByRole('region', { name: 'What Windows will ask' });
  await expect(dialog.getByRole('listitem')).toContainText(['Drives', 'Clipboard', 'Cameras', 'USB']);
  const text = page.getByRole('region', { name: 'Text of the file' });
  await expect(text).not.toContainText('01000000D08C9DDF');
  await window.look('rdp-file-careless');

  await dialog.getByRole('button', { name: /line/ }).first().click();
  await expect(text.locator('[data-marked="true"]')).toContainText('drivestoredirect');
  await expect(text.locator('[data-marked="true"]')).toBeInViewport();
  await page
    .getByRole('region', { name: 'What speaks against it' })
    .getByRole('button', { name: 'article' })
    .first()
    .click();
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('signing: the file is shown anew, with its publisher and what is covered', async ({ window, page }) => {
  await window.open();
  await goToPage(page);
  await page.getByRole('button', { name: 'Open a file…' }).click();
  await page.getByRole('button', { name: 'Sign…' }).click();
  await expect(page.getByText('Signed and saved as /home/ada/READY-01.rdp')).toBeVisible();
  const signature = page.getByRole('region', { name: 'Who signed it' });
  await expect(signature).toContainText('Signed by Contoso IT and unchanged since');
  await expect(signature).toContainText('full address');
  await expect(page.getByRole('region', { name: 'What Windows will ask' })).toContainText(
    'Verify the publisher of this remote connection',
  );
  await window.look('rdp-file-signed');
});

test('a signed file that was changed says what was changed', async ({ window, page }) => {
  const bytes = Buffer.from(await signedRdpFile());
  const changed = Buffer.from(
    bytes.toString('utf16le').replace('full address:s:READY-01', 'full address:s:ELSEWHERE'),
    'utf16le',
  );
  await window.open({ rdpFile: { open: () => viewOfBytes(changed, '/home/ada/READY-01.rdp') } });
  await goToPage(page);
  await page.getByRole('button', { name: 'Open a file…' }).click();
  await expect(page.getByRole('region', { name: 'Who signed it' })).toContainText(
    'The signature does not hold',
  );
  await window.look('rdp-file-changed');
});

test('what is no .rdp file is said, and another can be opened', async ({ window, page }) => {
  await window.open();
  await goToPage(page);
  const noise = Uint8Array.from({ length: 4096 }, (_, index) => (index * 37) % 32);
  await drop(page, 'picture.rdp', noise);
  await expect(page.getByRole('alert')).toContainText('picture.rdp was not read');
  await window.look('rdp-file-unreadable');
  await page.getByRole('button', { name: 'Open another…' }).click();
  await expect(page.getByRole('heading', { name: 'READY-01.rdp' })).toBeVisible();
});

test('in a narrow window everything stands below each other', async ({ window, page }) => {
  await page.setViewportSize({ width: 720, height: 480 });
  await window.open();
  await goToPage(page);
  await drop(page, 'careless.rdp', carelessRdpFile);
  await expect(page.getByText(/against opening this file/)).toBeVisible();
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
  ).toBe(true);
  await window.look('rdp-file-narrow');
});
