import { signedOut } from '../support/answers';
import { blockedReport, unknownReport } from '../support/sample-report';
import { test } from './window';

test('list', async ({ window, page }) => {
  await window.open();
  await page.getByRole('listbox').getByRole('option').first().waitFor();
  await window.look('try-list');
  await page.getByRole('listbox').getByRole('option', { name: /READY-02/ }).click();
  await page.getByText('You can sign in without').waitFor();
  await window.look('try-vm');
});
test('blocked', async ({ window, page }) => {
  await window.open({ preflight: { run: async () => blockedReport } });
  await page.getByRole('listbox').getByRole('option', { name: /NO-ROLE/ }).click();
  await page.getByText('You manage this VM').waitFor();
  await window.look('try-blocked');
});
test('unknown', async ({ window, page }) => {
  await window.open({ preflight: { run: async () => unknownReport } });
  await page.getByRole('listbox').getByRole('option', { name: /READY-01/ }).click();
  await page.getByText('You can sign in without').waitFor();
  await page.mouse.wheel(0, 2000);
  await page.getByText('9 need an admin').scrollIntoViewIfNeeded();
  await window.look('try-unknown');
});
