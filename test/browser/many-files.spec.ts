import type { Page } from '@playwright/test';
import { AppError } from '../../shared/errors/app-error';
import { fakeLibrary } from '../support/fake-library';
import { samplePlan, sampleRow, sampleSummary } from '../support/sample-batch';
import { contosoProfiles, contosoTemplates } from '../support/sample-library';
import { ourRdpFile, viewOfBytes } from '../support/sample-rdp-files';
import { expect, test } from './window';

const library = () => fakeLibrary({ templates: contosoTemplates, profiles: contosoProfiles }).answers;
const csv = 'vm;user\nready-01;ada@contoso.example\nready-02;lin@contoso.example\n';

/** Resolved by hand. */
function byHand<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

const batch = {
  chooseCsv: async () => ({ kind: 'csv' as const, name: 'finance.csv', text: csv }),
  plan: async () => samplePlan,
  preview: async () => viewOfBytes(ourRdpFile, 'READY-01.rdp'),
  run: async () => sampleSummary,
};

async function goToWizard(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name: 'Profiles' }).click();
  await page.getByRole('button', { name: 'Make many files…' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Make many files' })).toBeVisible();
}

test('from a list to signed files: every step, and back without losing anything', async ({
  window,
  page,
}) => {
  const asked: unknown[] = [];
  const writing = byHand<typeof sampleSummary>();
  let runId = '';
  const main = await window.open({
    library: library(),
    batch: {
      ...batch,
      plan: async ({ options, source }) => {
        asked.push({ options, kind: source.kind });
        return samplePlan;
      },
      run: (input) => {
        runId = input.runId;
        asked.push({ isSigned: input.isSigned, isKept: input.isKept, planId: input.planId });
        return writing.promise;
      },
    },
  });
  await goToWizard(page);
  await expect(page.getByRole('button', { name: 'Next' })).toBeDisabled();
  await window.look('profiles-wizard-source');
  await page.getByRole('button', { name: 'Choose a file…' }).click();
  await expect(page.getByText('finance.csv')).toBeVisible();
  await expect(page.getByText('3 lines')).toBeVisible();
  await window.look('profiles-wizard-list');
  await page.getByRole('button', { name: 'Next' }).click();

  await page.getByLabel('Template').selectOption('Trading floor');
  await page.getByRole('radio', { name: /A zip a person/ }).check();
  await page.getByRole('switch', { name: 'Sign the files' }).click();
  await window.look('profiles-wizard-options');
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByText('finance.csv')).toBeVisible();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByLabel('Template')).toHaveValue('trading-floor');
  await page.getByRole('button', { name: 'Look through' }).click();

  await expect(page.getByText('197 files can be written · 41 people · 3 lines cannot')).toBeVisible();
  const rows = page.getByRole('listbox', { name: 'Lines of the list' });
  await expect(rows.getByRole('option').first()).toContainText('Did you mean ready-01?');
  await rows.getByRole('option', { name: /stopped-01/ }).click();
  const file = page.getByRole('region', { name: 'Becomes' });
  await expect(file).toContainText('The VM is stopped');
  await expect(file).toContainText('Caution: Unknown remote connection');
  await window.look('profiles-wizard');
  await page.getByRole('button', { name: 'Problems 3' }).click();
  await expect(rows.getByRole('option')).toHaveCount(3);

  await page.getByRole('button', { name: 'Sign and write 197 files…' }).click();
  await expect(page.getByText('Choose the folder, then the certificate.')).toBeVisible();
  await main.announce('batch', 'progress', {
    runId,
    done: 61,
    total: 197,
    problems: [sampleRow({ line: 17, vm: 'ready-01', problem: 'The disk is full.' })],
  });
  await expect(page.getByText('61 of 197')).toBeVisible();
  await window.look('profiles-wizard-run');
  writing.resolve(sampleSummary);
  await expect(page.getByText('197 files written for 41 people.')).toBeVisible();
  await window.look('profiles-wizard-summary');
  expect(asked).toEqual([
    {
      kind: 'csv',
      options: { template: 'trading-floor', route: null, layout: 'zip-per-user', users: [] },
    },
    { isSigned: true, isKept: true, planId: 'plan-1' },
  ]);
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('listbox', { name: 'Profiles of the library' })).toBeVisible();
});

test('a filter over Azure, by keyboard alone', async ({ window, page }) => {
  let filter: unknown;
  await window.open({
    library: library(),
    batch: {
      ...batch,
      plan: async ({ source, options }) => {
        filter = { source, users: options.users };
        return samplePlan;
      },
    },
  });
  await goToWizard(page);
  await expect(page.getByRole('radio', { name: 'A list (CSV)' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.getByLabel('VMs that fit').focus();
  await page.keyboard.type("tags.department =~ 'finance'");
  await page.getByLabel('People').fill('ada@contoso.example; lin@contoso.example');
  await window.look('profiles-wizard-filter');
  await page.getByLabel('VMs that fit').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Template')).toBeFocused();
  await page.getByRole('button', { name: 'Look through' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox', { name: 'Lines of the list' })).toBeVisible();
  expect(filter).toEqual({
    source: { kind: 'filter', filter: "tags.department =~ 'finance'" },
    users: ['ada@contoso.example', 'lin@contoso.example'],
  });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByLabel('VMs that fit')).toHaveValue("tags.department =~ 'finance'");
});

test('the keyboard stays in the steps, whatever it pressed is gone', async ({ window, page }) => {
  const planning = byHand<typeof samplePlan>();
  const writing = byHand<typeof sampleSummary>();
  await window.open({
    library: library(),
    batch: { ...batch, plan: () => planning.promise, run: () => writing.promise },
  });
  await goToWizard(page);
  await page.getByRole('button', { name: 'Choose a file…' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radio', { name: 'A list (CSV)' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Template')).toBeFocused();
  await page.getByRole('button', { name: 'Look through' }).focus();
  await page.keyboard.press('Enter');
  planning.resolve(samplePlan);
  await expect(page.getByRole('listbox', { name: 'Lines of the list' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { selected: true })).toHaveCount(1);
  await page.getByRole('button', { name: /^Write/ }).focus();
  await page.keyboard.press('Enter');
  writing.resolve(sampleSummary);
  await expect(page.getByRole('region', { name: 'Summary' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox', { name: 'Profiles of the library' })).toBeVisible();
});

test('a dropped CSV opens the steps; what is no list says why', async ({ window, page }) => {
  await window.open({ library: library(), batch });
  await page.getByRole('listbox').getByRole('option').first().waitFor();
  const drop = async (name: string, text: string): Promise<void> => {
    const dropped = await page.evaluateHandle(
      ([fileName, content]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([content], fileName));
        return transfer;
      },
      [name, text] as const,
    );
    await page.dispatchEvent('body', 'drop', { dataTransfer: dropped });
  };
  await drop('book.xlsx', 'PK\u0003\u0004');
  await expect(page.getByRole('alert')).toContainText('book.xlsx is a workbook');
  await window.look('profiles-wizard-no-list');
  await drop('finance.csv', csv);
  await expect(page.getByText('3 lines')).toBeVisible();
  await expect(page.getByRole('alert')).toBeHidden();
});

test('a list that is refused says why, and what was filled in stays', async ({ window, page }) => {
  await window.open({
    library: library(),
    batch: {
      ...batch,
      plan: async () => {
        throw new AppError(
          'invalid-request',
          'The list cannot be used: its first line names no column “vm”. It has “name”, “user”.',
          { help: 'profiles-list' },
        );
      },
    },
  });
  await goToWizard(page);
  await page.getByRole('button', { name: 'Choose a file…' }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Look through' }).click();
  await expect(page.getByRole('alert')).toContainText('its first line names no column “vm”');
  await window.look('profiles-wizard-refused');
});

test('in the smallest window every step still fits', async ({ window, page }) => {
  await page.setViewportSize({ width: 720, height: 480 });
  await window.open({ library: library(), batch });
  await goToWizard(page);
  await page.getByRole('button', { name: 'Choose a file…' }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Look through' }).click();
  const lines = page.getByRole('listbox', { name: 'Lines of the list' });
  await expect(lines).toBeFocused();
  await expect(page.getByRole('button', { name: 'Show the file' })).toBeDisabled();
  await page.getByRole('option', { name: /stopped-01/ }).click();
  await window.look('profiles-wizard-narrow');

  // One box scrolls; what leads on, and what the columns are, stays in view.
  await page.keyboard.press('End');
  await expect(page.getByRole('option', { name: /web-frontend-prod-weu-196/ })).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('button', { name: 'Problems 3' })).toBeInViewport({ ratio: 1 });
  await expect(page.getByText('Becomes', { exact: true })).toBeInViewport({ ratio: 1 });
  await window.look('profiles-wizard-narrow-end');
  await page.keyboard.press('PageUp');
  await expect(page.getByRole('option', { selected: true })).toBeInViewport({ ratio: 1 });
  const chosen = await page.getByRole('option', { selected: true }).textContent();

  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Becomes' })).toBeFocused();
  await expect(page.getByRole('region', { name: 'Becomes' })).toContainText('READY-01.rdp');
  await expect(lines).toBeHidden();
  await window.look('profiles-wizard-narrow-file');
  await page.keyboard.press('Escape');
  await expect(lines).toBeFocused();
  await expect(page.getByRole('option', { selected: true })).toHaveText(chosen ?? '');
  await expect(page.getByRole('option', { selected: true })).toBeInViewport({ ratio: 1 });
  await page.getByRole('button', { name: 'Show the file' }).click();
  await page.getByRole('button', { name: 'Back to the lines' }).click();
  await expect(lines).toBeFocused();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(720);
});

test('where files lie is told by the end of a long path, and whole to pointer and keyboard', async ({
  window,
  page,
}) => {
  const folder = `/home/ada/${'Finance files of the whole organisation/'.repeat(5)}November 2026`;
  const manifest = `${folder}/manifest.csv`;
  await window.open({
    library: library(),
    batch: { ...batch, run: async () => ({ ...sampleSummary, folder, manifest, manifestJson: null }) },
  });
  await goToWizard(page);
  await page.getByRole('button', { name: 'Choose a file…' }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Look through' }).click();
  await page.getByRole('button', { name: /^Write/ }).click();
  const row = page.getByRole('definition').filter({ hasText: manifest });
  await expect(row.getByText('/manifest.csv', { exact: true })).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(row.getByRole('button', { name: 'Copy' })).toBeFocused();
  await expect(page.getByRole('tooltip')).toHaveText(manifest);
  await window.look('profiles-wizard-summary-long');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tooltip')).toBeHidden();
  await page.setViewportSize({ width: 720, height: 480 });
  await row.hover();
  await expect(page.getByRole('tooltip')).toHaveText(manifest);
  await window.look('profiles-wizard-summary-narrow');
});
