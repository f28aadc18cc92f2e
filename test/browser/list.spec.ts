import { AppError } from '../../shared/errors/app-error';
import { signedIn } from '../support/answers';
import { contosoVms, manyVms } from '../support/sample-vms';
import { expect, test } from './window';

const forEver = (): Promise<never> => new Promise(() => {});
const noon = '2026-11-22T12:00:00Z';

test('rows appear page by page, and the count says so', async ({ window, page }) => {
  let runId = '';
  const main = await window.open({
    inventory: {
      list: (run) => {
        runId = run.runId;
        return forEver();
      },
    },
  });
  await expect(page.getByText('0 so far, still listing')).toBeVisible();
  await window.look('list-loading');
  await main.announce('inventory', 'page', { runId, vms: manyVms(120), soFar: 120, total: 214 });
  await expect(page.getByText('120 of 214, still listing')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-interactive', 'true');
  await window.look('list-still-listing');
});

test('five thousand VMs are a few dozen rows in the page', async ({ window, page }) => {
  let runId = '';
  let finish = (): void => {};
  const main = await window.open({
    inventory: {
      list: (run) => {
        runId = run.runId;
        return new Promise((resolve) => {
          finish = () => resolve({ asOf: noon, total: 5000, partial: [] });
        });
      },
    },
  });
  await expect.poll(() => runId).not.toBe('');
  await main.announce('inventory', 'page', { runId, vms: manyVms(5000), soFar: 5000, total: 5000 });
  finish();
  const rows = page.getByRole('listbox').getByRole('option');
  await expect(rows.first()).toBeVisible();
  expect(await rows.count()).toBeLessThan(60);
  await expect(rows.first()).toHaveAttribute('aria-setsize', '5000');
  await window.look('list-5000');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('sql 0012');
  await expect(page.getByText(/of 5,000/)).toBeVisible();
  for (const name of await rows.allInnerTexts()) expect(name).toMatch(/sql-frontend-prod-\d*0012/);
  await window.look('list-filtered');

  await page.keyboard.press('Escape');
  await page.getByRole('listbox').focus();
  await page.keyboard.press('End');
  await expect(page.getByRole('option', { name: /WEB-04992/ })).toBeVisible();
  expect(await rows.count()).toBeLessThan(60);
});

test('no result says which filter hides how many', async ({ window, page }) => {
  await window.open();
  await page.getByLabel('Find a VM').fill('no such thing');
  await expect(page.getByText('No VM fits “no such thing”')).toBeVisible();
  await window.look('list-no-result');
  await page.getByRole('button', { name: 'Clear the filter' }).click();
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(contosoVms.length);
});

test('favourites and recent say what belongs there', async ({ window, page }) => {
  await window.open();
  await page.getByRole('button', { name: 'Favourites' }).click();
  await expect(page.getByText('No favourites yet')).toBeVisible();
  await window.look('list-no-favourites');
  await page.getByRole('button', { name: 'Recent' }).click();
  await expect(page.getByText('Nothing opened yet')).toBeVisible();
});

test('an empty tenant says what was looked at and how to see more', async ({ window, page }) => {
  await window.open({
    inventory: { list: async () => ({ asOf: noon, total: 0, partial: [] }) },
  });
  await expect(page.getByText('No VMs here')).toBeVisible();
  await expect(page.getByText(/in Contoso/)).toBeVisible();
  await window.look('list-empty');
});

test('what could not be read is one quiet bar with details', async ({ window, page }) => {
  await window.open({
    inventory: {
      list: async () => ({
        asOf: noon,
        total: 0,
        partial: [
          { scope: 'sub-1', name: 'Production', because: 'Azure denied reading it.' },
          { scope: 'sub-2', name: null, because: 'Azure did not answer within 30 s.' },
        ],
      }),
    },
  });
  await expect(page.getByText('2 parts of the list could not be read.')).toBeVisible();
  await page.getByRole('button', { name: 'Details' }).click();
  await expect(page.getByText('Azure denied reading it.')).toBeVisible();
  await window.look('list-partial');
});

test('a list that cannot be read says why and offers to try again', async ({ window, page }) => {
  let tries = 0;
  await window.open({
    inventory: {
      list: async () => {
        tries += 1;
        throw new AppError('unreachable', 'Azure could not be reached while listing your VMs.', {
          help: 'no-network',
        });
      },
    },
  });
  await expect(page.getByRole('alert')).toContainText('Azure could not be reached');
  await window.look('list-error');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => tries).toBe(2);
});

test('offline, the last list stays', async ({ window, page }) => {
  const main = await window.open();
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
  await main.announce('session', 'changed', signedIn);
  // What is fetched ahead must be there before the network goes.
  await page.waitForLoadState('networkidle');
  await page.context().setOffline(true);
  await expect(page.getByText('Offline', { exact: true })).toBeVisible();
  await page.context().setOffline(false);
});

test('a refresh that fails leaves the rows and says how old they are', async ({ window, page }) => {
  let isDown = false;
  const stage = { answer: contosoVms };
  const main = await window.open({
    inventory: {
      list: async ({ runId }) => {
        if (isDown) throw new AppError('unreachable', 'Azure could not be reached while listing your VMs.');
        isDown = true;
        await main.announce('inventory', 'page', { runId, vms: [...stage.answer], soFar: 11, total: 11 });
        return { asOf: new Date(Date.now() - 5 * 60_000).toISOString(), total: 11, partial: [] };
      },
    },
  });
  await expect(page.getByText('5 min ago')).toBeVisible();
  await page.keyboard.press('F5');
  await expect(page.getByText(/^Offline\. This is the list of .* \(5 minutes ago\)\.$/)).toBeVisible();
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(contosoVms.length);
  await window.look('list-offline');
});

test('while Azure is silent, the last list is there', async ({ window, page }) => {
  const asOf = new Date(Date.now() - 26 * 3_600_000).toISOString();
  const main = await window.open({
    inventory: {
      list: () => new Promise(() => {}),
      last: async ({ runId }) => {
        await main.announce('inventory', 'page', { runId, vms: [...contosoVms], soFar: 11, total: null });
        return { asOf, total: contosoVms.length, partial: [] };
      },
    },
  });
  await expect(page.getByText(/^No answer yet\. This is the list of .* \(1 day ago\)\.$/)).toBeVisible();
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(contosoVms.length);
  await expect(page.getByText('11 · saved 1 d ago')).toBeVisible();
  await window.look('list-silent');
});

test('a last list that is broken is named below what stopped the list', async ({ window, page }) => {
  await window.open({
    inventory: {
      list: () => Promise.reject(new AppError('unreachable', 'Azure could not be reached.')),
      last: () => Promise.reject(new AppError('unreadable', 'The list saved on this PC cannot be used.')),
    },
  });
  await expect(page.getByRole('alert')).toContainText('Azure could not be reached.');
  await expect(
    page.getByText('The last list is not shown. The list saved on this PC cannot be used.'),
  ).toBeVisible();
  await window.look('list-broken-last');
});

test('signed out in the middle: the page stays, one bar asks, and what was in hand goes on', async ({
  window,
  page,
}) => {
  let runs = 0;
  let isExpired = false;
  const main = await window.open({
    preflight: {
      run: async () => {
        runs += 1;
        if (isExpired) throw new AppError('sign-in-required', 'Your sign-in ran out while reading the VM.');
        return (await import('../support/sample-report')).readyReport;
      },
    },
  });
  isExpired = true;
  await page.getByRole('option', { name: /READY-02/ }).click();
  await main.announce('session', 'changed', { ...signedIn, phase: 'expired' });
  await expect(page.getByText('Your sign-in has run out.')).toBeVisible();
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(contosoVms.length);
  await window.look('signed-out-in-the-middle');

  isExpired = false;
  await page.getByRole('button', { name: 'Sign in again' }).click();
  await expect(page.getByText('You can sign in without a password.')).toBeVisible();
  await expect(page.getByText('Your sign-in has run out.')).toBeHidden();
  expect(runs).toBe(2);
});
