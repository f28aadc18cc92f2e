import { sampleSettings } from '../support/answers';
import { expect, test } from './window';

test('This PC tells what it brings along, and which part could not be read', async ({ window, page }) => {
  await window.open();
  await page.getByRole('button', { name: 'This PC' }).click();
  await expect(page.getByText('ADA-LAPTOP')).toBeVisible();
  await expect(page.getByText('The registry may not be read by this account.')).toBeVisible();
  await window.look('this-pc');
});

test('any error can be pasted and is explained', async ({ window, page }) => {
  let asked = '';
  await window.open({
    troubleshoot: {
      explain: async ({ query }) => {
        asked = query;
        return query.includes('nonsense')
          ? []
          : [
              {
                id: 'AADSTS293004',
                cause: 'Entra ID knows no computer by the name in the connection.',
                remedy: 'Connect with the name the VM is registered by, never an address.',
                help: 'target-name-is-registered',
                source:
                  'https://learn.microsoft.com/entra/identity/devices/howto-vm-sign-in-azure-ad-windows',
                isNearest: false,
              },
            ];
      },
    },
  });
  await page.getByRole('button', { name: 'Explain' }).click();
  await page.getByLabel('Code or message').fill('AADSTS293004: The target-device identifier was not found');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Entra ID knows no computer by the name')).toBeVisible();
  expect(asked).toContain('AADSTS293004');
  await window.look('explain');
  await page.getByLabel('Code or message').fill('nonsense');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Not known')).toBeVisible();
  await window.look('explain-not-known');
});

test('settings change at once, and consents say what each missing one costs', async ({ window, page }) => {
  let theme = '';
  await window.open({
    settings: {
      change: async (change) => {
        theme = change.theme ?? '';
        return { ...sampleSettings, theme: change.theme ?? 'system' };
      },
    },
  });
  await page.getByRole('button', { name: 'Settings' }).click();
  await expect(page.getByText('Device.Read.All')).toBeVisible();
  await expect(page.getByText('Without it 3 checks cannot look:')).toBeVisible();
  await window.look('settings');
  await page.getByText('Without it 3 checks cannot look:').click();
  await page.getByText('Copy for support').scrollIntoViewIfNeeded();
  await window.look('settings-below');
  await page.getByLabel('Theme').selectOption('dark');
  await expect.poll(() => theme).toBe('dark');
  await expect.poll(() => page.evaluate(() => document.documentElement.style.colorScheme)).toBe('dark');
});
