import type { Page } from '@playwright/test';
import { AppError } from '../../shared/errors/app-error';
import { signedOut } from '../support/answers';
import { fakeLibrary } from '../support/fake-library';
import { contosoProblems, contosoProfiles, contosoTemplates, manyProfiles } from '../support/sample-library';
import { blockedReport } from '../support/sample-report';
import { expect, test } from './window';

const contoso = { templates: contosoTemplates, profiles: contosoProfiles };

async function goToProfiles(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name: 'Profiles' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Profiles' })).toBeVisible();
}

test('an empty library says what it is good for, and has three doors', async ({ window, page }) => {
  await window.open();
  await goToProfiles(page);
  await expect(page.getByRole('heading', { name: 'One template, hundreds of right files' })).toBeVisible();
  for (const door of ['Start with a template', 'Import what you have', 'Make many files'])
    await expect(page.getByRole('region', { name: door })).toBeVisible();
  await window.look('profiles-empty');
});

test('templates stand in their chain, profiles in rows that can be found', async ({ window, page }) => {
  await window.open({ library: fakeLibrary({ ...contoso, problems: contosoProblems }).answers });
  await goToProfiles(page);
  const templates = page.getByRole('region', { name: 'Templates' }).first();
  await expect(templates.getByRole('button', { name: /Trading floor/ })).toContainText('after Two screens');
  const list = page.getByRole('listbox', { name: 'Profiles of the library' });
  await expect(list.getByRole('option')).toHaveCount(4);
  await window.look('profiles-library');

  await page.getByLabel('Filter profiles').fill('rdp terminal');
  await expect(page.getByText('No profile fits “rdp terminal”')).toBeVisible();
  await window.look('profiles-no-match');
  await page.getByRole('button', { name: 'Clear the filter' }).click();
  await page.getByLabel('Filter profiles').fill('ts01');
  await expect(list.getByRole('option')).toHaveCount(1);
});

test('what is not used says why, and a conflict is settled there', async ({ window, page }) => {
  const [finance] = contosoTemplates.filter(({ id }) => id === 'finance');
  if (!finance) throw new Error('The sample has no such template.');
  await window.open({
    library: {
      ...fakeLibrary({ ...contoso, problems: contosoProblems }).answers,
      conflict: async ({ file }) => ({
        entry: finance,
        copy: { ...finance, name: `Finance in ${file.slice(0, 9)}` },
      }),
    },
  });
  await goToProfiles(page);
  await page.getByRole('button', { name: 'Details' }).click();
  await page.getByRole('button', { name: 'What differs' }).click();
  await expect(page.getByRole('table')).toContainText('Finance in templates');
  await expect(page.getByText('Two people saved “Finance” at the same time.')).toBeVisible();
  await window.look('profiles-problems');
  await page.getByRole('button', { name: 'Keep the copy' }).click();
  await expect(page.getByText('One file of the library is not used.')).toBeVisible();
});

test('a profile is connected from its row, by what the library knows of it', async ({ window, page }) => {
  const asked: unknown[] = [];
  await window.open({
    library: fakeLibrary(contoso).answers,
    session: { state: async () => signedOut },
    connect: {
      startProfile: async (input) => {
        asked.push(input);
        if (input.anyway) throw new AppError('client-missing', 'No RDP client here can take this route.');
        return { outcome: 'stopped', report: blockedReport, route: 'web-account' };
      },
    },
  });
  await goToProfiles(page);
  const list = page.getByRole('listbox', { name: 'Profiles of the library' });
  await list
    .getByRole('option')
    .filter({ hasText: 'Old terminal server' })
    .getByTitle(/^Connect/)
    .click();
  const panel = page.getByRole('region', { name: 'Connecting to Old terminal server' });
  await expect(panel.getByText(blockedReport.headline)).toBeVisible();
  await window.look('profiles-connect');
  await panel.getByRole('button', { name: 'Connect anyway' }).click();
  await expect(panel.getByText('No RDP client here can take this route.')).toBeVisible();
  expect(asked).toMatchObject([{ anyway: false }, { anyway: true }]);
  await panel.getByRole('button', { name: 'Close' }).click();
  await expect(panel).toBeHidden();

  await list.focus();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('region', { name: /^Connecting to/ })).toBeVisible();
});

test('a profile of a VM and of whoever is signed in opens with the VM and its checks', async ({
  window,
  page,
}) => {
  await window.open({ library: fakeLibrary(contoso).answers });
  await goToProfiles(page);
  await page
    .getByRole('listbox', { name: 'Profiles of the library' })
    .getByRole('option')
    .filter({ hasText: 'READY-01 for Ada' })
    .getByTitle(/^Connect/)
    .click();
  await expect(page.getByRole('article', { name: 'ready-01' })).toBeVisible();
  await expect(page.getByText(/Handed over to/)).toBeVisible();
});

test('what was removed comes back with Undo', async ({ window, page }) => {
  await window.open({ library: fakeLibrary(contoso).answers });
  await goToProfiles(page);
  const list = page.getByRole('listbox', { name: 'Profiles of the library' });
  await list.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Delete');
  await expect(list.getByRole('option')).toHaveCount(3);
  await expect(page.getByText('“Old terminal server” was removed.')).toBeVisible();
  await window.look('profiles-removed');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(list.getByRole('option')).toHaveCount(4);
});

test('who clicks twice opens a profile, and presses nothing of what comes in its place', async ({
  window,
  page,
}) => {
  await page.setViewportSize({ width: 720, height: 480 });
  await window.open({ library: fakeLibrary(contoso).answers });
  await goToProfiles(page);
  const profile = page.getByRole('option', { name: /READY-01 for Ada/ });
  const box = await profile.boundingBox();
  if (!box) throw new Error('The profile is not in view.');
  await page.mouse.dblclick(box.x + box.width - 60, box.y + box.height / 2);
  await expect(page.getByText('Profile · Saved')).toBeVisible();
  expect(await page.evaluate(() => String(getSelection()))).toBe('');
  await expect(page.getByRole('button', { name: 'All profiles' })).toBeVisible();
});

test('a library that cannot be read says why, and is tried again', async ({ window, page }) => {
  let isThere = false;
  const library = fakeLibrary(contoso);
  await window.open({
    library: {
      ...library.answers,
      read: async () => {
        if (isThere) return library.answers.read();
        throw new AppError('access-denied', 'The folder of the library may not be read by this account.');
      },
    },
  });
  await goToProfiles(page);
  await expect(page.getByRole('alert')).toContainText('The folder of the library may not be read');
  await window.look('profiles-failed');
  isThere = true;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(4);
});

test('10,000 profiles are a list like any other', async ({ window, page }) => {
  const library = fakeLibrary({ templates: contosoTemplates, profiles: manyProfiles(10_000) });
  await window.open({ library: library.answers });
  await goToProfiles(page);
  await expect(page.getByRole('status').filter({ hasText: '10,000' })).toBeVisible();
  await page.getByLabel('Filter profiles').fill('person42@ 0');
  await expect(page.getByRole('listbox').getByRole('option').first()).toContainText(
    'person42@contoso.example',
  );
  await window.look('profiles-many');
});

test('in the smallest window templates and profiles take turns', async ({ window, page }) => {
  await page.setViewportSize({ width: 720, height: 480 });
  await window.open({ library: fakeLibrary(contoso).answers });
  await goToProfiles(page);
  await expect(page.getByRole('listbox')).toBeVisible();
  await window.look('profiles-narrow');
  await page.getByRole('button', { name: 'Templates' }).click();
  await expect(page.getByRole('button', { name: /Trading floor/ })).toBeVisible();
  await window.look('profiles-narrow-templates');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(720);
});
