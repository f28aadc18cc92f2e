import { blockedReport } from '../support/sample-report';
import { expect, expectAccessible, test } from './window';

test('everything a person does goes by keyboard alone', async ({ window, page }) => {
  let started: unknown;
  await window.open({
    connect: {
      start: async (input) => {
        started = input;
        return new Promise<never>(() => {});
      },
    },
  });
  await expect(page.getByRole('listbox')).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByLabel('Find a VM')).toBeFocused();
  await page.keyboard.type('ready');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('listbox')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'ready-long-resource-name-02' })).toBeVisible();
  await expect(page.getByText('You can sign in without')).toBeVisible();
  await window.look('keyboard-focus');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => started).toMatchObject({ anyway: false });
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
  await window.look('keyboard-sheet');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByText('Pick a VM')).toBeVisible();
});

test('Ctrl+Enter in the list connects at once', async ({ window, page }) => {
  const started: unknown[] = [];
  await window.open({
    connect: {
      start: async (input) => {
        started.push(input);
        return new Promise<never>(() => {});
      },
    },
  });
  await page.getByRole('listbox').focus();
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => started).toHaveLength(1);
});

test('the smallest window has two pages with Back', async ({ window, page }) => {
  await page.setViewportSize({ width: 720, height: 480 });
  await window.open({ preflight: { run: async () => blockedReport } });
  await expect(page.getByRole('option', { name: /NO-ROLE-01/ })).toBeVisible();
  await window.look('small-list');
  await page.getByRole('option', { name: /NO-ROLE-01/ }).click();
  await expect(page.getByText('You manage this VM')).toBeVisible();
  await expect(page.getByRole('listbox')).toBeHidden();
  await window.look('small-vm');
  await page.getByRole('button', { name: 'All VMs' }).click();
  await expect(page.getByRole('listbox')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(720);
});

test('forced colours keep every state readable', async ({ window, page }) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await window.open({ preflight: { run: async () => blockedReport } });
  await page.getByRole('option', { name: /NO-ROLE-01/ }).click();
  await expect(page.getByText('You manage this VM')).toBeVisible();
  await page.screenshot({ path: 'test-results/screenshots/forced-colors.png', animations: 'disabled' });
  await expectAccessible(page);
});
