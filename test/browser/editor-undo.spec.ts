import type { Page } from '@playwright/test';
import { fakeLibrary } from '../support/fake-library';
import { contosoProfiles, contosoTemplates } from '../support/sample-library';
import { expect, test } from './window';

const fileOf = (page: Page) => page.getByRole('region', { name: 'Text of the file' });
const undoButton = (page: Page) => page.getByRole('button', { name: 'Undo (Ctrl+Z)' });
const section = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name });

async function openEntry(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name: 'Profiles' }).click();
  await page.getByRole(name === 'Finance' ? 'button' : 'option', { name: new RegExp(`^${name}`) }).click();
  await expect(page.getByRole('button', { name: 'All profiles' })).toBeVisible();
}

/** One change by a kind of control, and what shows that it was made. */
interface Step {
  readonly change: (page: Page) => Promise<void>;
  readonly isMade: (page: Page) => Promise<boolean>;
}

const lines = (page: Page) => fileOf(page).innerText();

test('every kind of control of a template is undone and redone, a step at a time, from wherever one is', async ({
  window,
  page,
}) => {
  const library = fakeLibrary({ templates: contosoTemplates, profiles: contosoProfiles });
  await window.open({ library: library.answers });
  await openEntry(page, 'Finance');
  const steps: readonly Step[] = [
    {
      change: (at) => at.getByRole('group', { name: 'Drives' }).getByText('On', { exact: true }).click(),
      isMade: async (at) => (await lines(at)).includes('drivestoredirect:s:*'),
    },
    {
      change: async (at) => {
        await section(at, 'Display').click();
        await at.getByRole('switch', { name: /use multimon/ }).click();
      },
      isMade: async (at) => (await lines(at)).includes('use multimon:i:1'),
    },
    {
      change: (at) => at.getByRole('switch', { name: /use multimon/ }).click(),
      isMade: async (at) => (await lines(at)).includes('use multimon:i:0'),
    },
    {
      change: async (at) => {
        await at.getByRole('combobox', { name: /screen mode id/ }).selectOption('1');
      },
      isMade: async (at) => (await lines(at)).includes('screen mode id:i:1'),
    },
    {
      change: async (at) => {
        await at.getByRole('textbox', { name: /desktopwidth/ }).click();
        await at.keyboard.type('1600');
      },
      isMade: async (at) => (await lines(at)).includes('desktopwidth:i:1600'),
    },
    {
      change: async (at) => {
        await section(at, 'RemoteApp').click();
        await at.getByRole('textbox', { name: /remoteapplicationname/ }).click();
        await at.keyboard.type('Ledger');
      },
      isMade: async (at) => (await lines(at)).includes('remoteapplicationname:s:Ledger'),
    },
    {
      change: async (at) => {
        await section(at, 'Other lines').click();
        await at.getByLabel('Line 1').fill('shiny new setting:i:2');
      },
      isMade: async (at) => (await lines(at)).includes('shiny new setting:i:2'),
    },
    {
      change: async (at) => {
        await at.getByLabel('Add a line').fill('another:s:x');
        await at.keyboard.press('Enter');
      },
      isMade: async (at) => (await lines(at)).includes('another:s:x'),
    },
    {
      change: (at) => at.getByRole('button', { name: /^Remove this line: another/ }).click(),
      isMade: async (at) => !(await lines(at)).includes('another:s:x'),
    },
    {
      change: async (at) => {
        await at.getByLabel('Name', { exact: true }).fill('Controlling');
      },
      isMade: async (at) => (await at.getByLabel('Name', { exact: true }).inputValue()) === 'Controlling',
    },
    {
      change: async (at) => {
        await section(at, 'Overview').click();
        await at.getByLabel('Value').fill('controlling');
      },
      isMade: async (at) => {
        await section(at, 'Overview').click();
        return (await at.getByLabel('Value').inputValue()) === 'controlling';
      },
    },
    {
      change: async (at) => {
        await at.getByLabel('Notes').fill('For Bob');
      },
      isMade: async (at) => {
        await section(at, 'Overview').click();
        return (await at.getByLabel('Notes').inputValue()) === 'For Bob';
      },
    },
  ];
  for (const { change, isMade } of steps) {
    await change(page);
    await expect.poll(() => isMade(page)).toBe(true);
  }
  await page.keyboard.press('Control+S');
  await expect(page.getByText('Template · Saved')).toBeVisible();

  // Back by keys and by the button in turn, with another part of the editor in view.
  for (const [index, { isMade }] of steps.toReversed().entries()) {
    await section(page, index % 2 === 0 ? 'Gateway' : 'Experience').click();
    if (index % 3 === 0) await undoButton(page).click();
    else await page.keyboard.press('Control+Z');
    await expect.poll(() => isMade(page), { message: `step ${steps.length - index}` }).toBe(false);
  }
  await expect(undoButton(page)).toBeDisabled();
  await expect(page.getByText('Template · Not saved')).toBeVisible();

  for (const [index, { isMade }] of steps.entries()) {
    await page.keyboard.press(index % 2 === 0 ? 'Control+Y' : 'Control+Shift+Z');
    await expect.poll(() => isMade(page), { message: `step ${index + 1} again` }).toBe(true);
  }
  await expect(page.getByText('Template · Saved')).toBeVisible();
});

test('what a profile says is undone, too, and what comes back is shown in the file', async ({
  window,
  page,
}) => {
  const library = fakeLibrary({ templates: contosoTemplates, profiles: contosoProfiles });
  await window.open({ library: library.answers });
  await openEntry(page, 'READY-01 for Ada');
  await page.getByLabel('Host name').fill('ready-01.corp.contoso.example');
  await page.getByLabel('Port').fill('3390');
  await page.getByLabel('Sign-in').selectOption('password');
  await page.getByLabel('Template').selectOption('trading-floor');
  await expect(fileOf(page)).toContainText('selectedmonitors:s:0,1,2');
  await page.keyboard.press('Control+Z');
  await expect(page.getByLabel('Template')).toHaveValue('two-screens');
  await page.keyboard.press('Control+Z');
  await page.keyboard.press('Control+Z');
  await expect(page.getByLabel('Port')).toHaveValue('');
  await page.keyboard.press('Control+Z');
  await expect(fileOf(page)).toContainText('full address:s:READY-01');
  await expect(page.getByText('Profile · Saved')).toBeVisible();

  await section(page, 'Display').click();
  await page.getByRole('button', { name: 'Reset to inherited: desktopwidth' }).click();
  await section(page, 'Gateway').click();
  await page.keyboard.press('Control+Z');
  await expect(fileOf(page).locator('[data-marked="true"]')).toContainText('desktopwidth:i:1600');
});

test('a word typed is one step, and the same field later another', async ({ window, page }) => {
  await window.open({ library: fakeLibrary({ templates: contosoTemplates }).answers });
  await openEntry(page, 'Finance');
  const notes = page.getByLabel('Notes');
  await notes.click();
  await page.keyboard.type('first');
  await page.getByLabel('Value').click();
  await notes.click();
  await page.keyboard.press('End');
  await page.keyboard.type(' second');
  await page.keyboard.press('Control+Z');
  await expect(notes).toHaveValue('first');
  await page.keyboard.press('Control+Z');
  await expect(notes).toHaveValue('');
});

test('a field that is no part of the entry takes back its own words, and leaves the entry alone', async ({
  window,
  page,
}) => {
  await window.open({ library: fakeLibrary({ templates: contosoTemplates }).answers });
  await openEntry(page, 'Finance');
  await page.getByLabel('Notes').fill('Keep me');
  await page.getByLabel('Search settings').click();
  await page.keyboard.type('sound');
  await page.keyboard.press('Control+Z');
  await expect(page.getByLabel('Search settings')).not.toHaveValue('sound');
  await page.getByLabel('Search settings').fill('');
  await section(page, 'Other lines').click();
  const line = page.getByLabel('Line 1');
  await line.fill('no setting any more');
  await expect(line).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.press('Control+Z');
  await expect(line).toHaveValue('shiny new setting:i:1');
  await page.getByRole('searchbox', { name: 'Find a VM' }).focus();
  await page.keyboard.press('Control+Z');
  await section(page, 'Overview').click();
  await expect(page.getByLabel('Notes')).toHaveValue('Keep me');
});
