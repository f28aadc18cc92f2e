import { signedOut } from '../support/answers';
import { test } from './window';

test('first look', async ({ window, page }) => {
  await window.open({ session: { state: async () => signedOut } });
  await page.getByRole('heading', { name: 'Sign in', exact: true }).waitFor();
  await window.look('try-sign-in');
});

test('list', async ({ window, page }) => {
  await window.open();
  await page.getByRole('listbox').getByRole('option').first().waitFor();
  await window.look('try-list');
  await page
    .getByRole('listbox')
    .getByRole('option', { name: /READY-02/ })
    .click();
  await page.getByText('You can sign in without').waitFor();
  await window.look('try-vm');
});
