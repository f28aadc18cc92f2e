import type { Page } from '@playwright/test';
import { AppError } from '../../shared/errors/app-error';
import type { ImportReport } from '../../shared/profiles/library-view';
import { fakeLibrary } from '../support/fake-library';
import { contosoProfiles, contosoTemplates } from '../support/sample-library';
import { expect, test } from './window';

const library = fakeLibrary({ templates: contosoTemplates, profiles: contosoProfiles }).answers;
const passwords = 'Passwords and tokens are never imported: whoever connects signs in themself.';

const report: ImportReport = {
  templates: [{ id: 'finance-2', name: 'Finance', place: 'servers.rdg › Finance', change: 'new' }],
  profiles: [
    { id: 'web-01', name: 'web-01', place: 'servers.rdg › Finance › Web › web-01', change: 'new' },
    { id: 'db-01', name: 'db-01', place: 'old/db-01.rdp', change: 'updated' },
    { id: 'db-02', name: 'db-02', place: 'old/db-02.rdp', change: 'same' },
  ],
  leftOut: [
    { place: '/home/ada/notes.txt', what: 'all of it', because: '/home/ada/notes.txt is no .rdp file.' },
    ...['web-01', 'web-02', 'web-03', 'web-04'].map((server) => ({
      place: `servers.rdg › Finance › Web › ${server}`,
      what: 'logonCredentials/password',
      because: passwords,
    })),
    { place: 'servers.rdg', what: 'connected', because: 'It says which servers were connected.' },
  ],
};

async function importFiles(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name: 'Profiles' }).click();
  await page.getByRole('button', { name: 'Import' }).click();
  await page.getByRole('menuitem', { name: /Files/ }).click();
}

test('an import is read, looked through, saved and told, in a dialog that keeps its place', async ({
  window,
  page,
}) => {
  const asked: string[] = [];
  let id = '';
  let read: (report: ImportReport) => void = () => {};
  let saved: (report: ImportReport) => void = () => {};
  const main = await window.open({
    library,
    import: {
      plan: ({ runId }) => {
        id = runId;
        asked.push('plan');
        return new Promise((resolve) => {
          read = resolve;
        });
      },
      run: ({ runId }) => {
        asked.push(runId === id ? 'run' : 'run of another id');
        return new Promise((resolve) => {
          saved = resolve;
        });
      },
    },
  });
  await importFiles(page);
  const dialog = page.getByRole('dialog');
  await expect.poll(() => asked).toEqual(['plan']);
  await main.announce('import', 'progress', {
    runId: id,
    at: { stage: 'reading', read: 12, place: 'old/db-01.rdp' },
  });
  await expect(dialog).toContainText('12 files read');
  await window.look('import-reading');
  const before = await dialog.boundingBox();

  read(report);
  await expect(dialog).toContainText('What would be imported');
  await expect(dialog).toContainText('2 profiles, 1 template, 1 as before');
  await expect(dialog).toContainText('Nothing is saved yet.');
  const servers = dialog.getByRole('region', { name: 'servers.rdg' });
  await expect(servers).toContainText('Left out (5)');
  await expect(servers).toContainText('logonCredentials/password 4 times');
  await expect(servers).toContainText('Finance › Web › web-03, and 1 more');
  await window.look('import-plan');
  expect(await dialog.boundingBox()).toEqual(before);
  expect(asked).toEqual(['plan']);

  await dialog.getByRole('button', { name: 'Import 3 entries' }).click();
  await main.announce('import', 'progress', { runId: id, at: { stage: 'saving', saved: 1, total: 3 } });
  await expect(dialog).toContainText('1 of 3 saved');
  await expect(dialog.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '1');
  await window.look('import-saving');
  // What is being saved is not stopped by a key that closes dialogs.
  await page.keyboard.press('Escape');
  await expect(dialog).toContainText('1 of 3 saved');

  saved(report);
  await expect(dialog).toContainText('What was imported');
  await window.look('import-done');
  expect(await dialog.boundingBox()).toEqual(before);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect(asked).toEqual(['plan', 'run']);
});

test('an import is given up while it is read, and before it is saved', async ({ window, page }) => {
  const cancelled: string[] = [];
  let id = '';
  let isQuick = false;
  const main = await window.open({
    library,
    import: {
      plan: ({ runId }) => {
        id = runId;
        return isQuick ? Promise.resolve(report) : new Promise(() => {});
      },
      run: () => Promise.reject(new Error('Nobody asked for that.')),
      cancel: async ({ runId }) => {
        cancelled.push(runId);
      },
    },
  });
  await importFiles(page);
  await expect.poll(() => id).not.toBe('');
  await main.announce('import', 'progress', { runId: id, at: { stage: 'reading', read: 0, place: 'old' } });
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect.poll(() => cancelled).toEqual([id]);

  isQuick = true;
  await page.getByRole('button', { name: 'Import' }).click();
  await page.getByRole('menuitem', { name: /Files/ }).click();
  await expect(page.getByRole('dialog')).toContainText('What would be imported');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect.poll(() => cancelled.at(-1)).toBe(id);
});

test('an import that stops half-way says how far it came, and goes on', async ({ window, page }) => {
  const failures = [
    new AppError('disk-full', 'The disk is full. 1 of 3 entries were imported before.'),
    new AppError('cancelled', 'The import was cancelled. 2 of 3 entries were imported before.'),
  ];
  await window.open({
    library,
    import: {
      plan: async () => report,
      run: () => Promise.reject(failures.shift() ?? new Error('That was all.')),
    },
  });
  await importFiles(page);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Import 3 entries' }).click();
  await expect(dialog).toContainText('1 of 3 entries were imported before.');
  await window.look('import-stopped');
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await expect(dialog).toContainText('2 of 3 entries were imported before.');
  // Main forgot what was cancelled.
  await expect(dialog.getByRole('button', { name: 'Go on' })).toBeHidden();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();
});

test('an import of what is there already, or of nothing, has nothing to press but Close', async ({
  window,
  page,
}) => {
  const plans: ImportReport[] = [
    { templates: [], profiles: report.profiles.slice(2), leftOut: [] },
    { templates: [], profiles: [], leftOut: report.leftOut.slice(0, 1) },
  ];
  await window.open({ library, import: { plan: async () => plans.shift() ?? null } });
  await importFiles(page);
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('1 as before');
  await expect(dialog.getByRole('button', { name: /^Import/ })).toBeHidden();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Import' }).click();
  await page.getByRole('menuitem', { name: /Files/ }).click();
  await expect(dialog).toContainText('Nothing to import.');
  await expect(dialog).toContainText('Nothing is taken over from it.');
});
