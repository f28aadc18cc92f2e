import type { Page } from '@playwright/test';
import { AppError } from '../../shared/errors/app-error';
import { type FakeLibrary, fakeLibrary } from '../support/fake-library';
import { contosoProfiles, contosoTemplates } from '../support/sample-library';
import { signedRdpFile, viewOfBytes } from '../support/sample-rdp-files';
import { expect, test } from './window';

const contoso = (): FakeLibrary => fakeLibrary({ templates: contosoTemplates, profiles: contosoProfiles });

async function goToProfiles(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name: 'Profiles' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Profiles' })).toBeVisible();
}

async function openTemplate(page: Page, name: RegExp): Promise<void> {
  await goToProfiles(page);
  await page.getByRole('button', { name }).click();
  await expect(page.getByRole('button', { name: 'All profiles' })).toBeVisible();
}

const fileOf = (page: Page) => page.getByRole('region', { name: 'Text of the file' });

test('a template states first what it asks the PC to share', async ({ window, page }) => {
  await window.open({ library: contoso().answers });
  await openTemplate(page, /^Finance/);
  const clipboard = page.getByRole('group', { name: 'Clipboard' });
  await expect(clipboard.getByRole('radio', { name: 'On' })).toBeChecked();
  await expect(page.getByRole('group', { name: 'Drives' })).toContainText('off');
  await expect(fileOf(page)).toContainText('redirectclipboard:i:1');
  await window.look('profiles-editor');

  await page.getByRole('group', { name: 'Drives' }).getByText('On', { exact: true }).click();
  await expect(fileOf(page)).toContainText('drivestoredirect:s:*');
  await page.getByRole('tab', { name: /Windows asks/ }).click();
  await expect(page.getByRole('tabpanel').getByRole('listitem')).toContainText([
    'Drives',
    'Clipboard',
    'Printers',
  ]);
  await window.look('profiles-editor-dialog');
});

test('every setting says where its value comes from, and goes back to it', async ({ window, page }) => {
  await window.open({ library: contoso().answers });
  await openTemplate(page, /^Trading floor/);
  await page.keyboard.press('Control+F');
  await page.keyboard.type('multimon');
  const multimon = page.getByRole('switch', { name: /use multimon/ });
  await expect(multimon).toBeChecked();
  await expect(page.getByText('from Two screens (chosen by name)')).toBeVisible();
  await multimon.click();
  await expect(page.getByText('set here · else 1')).toBeVisible();
  await expect(fileOf(page)).toContainText('use multimon:i:0');
  await page.getByRole('button', { name: /Whether the session spans several local displays/ }).click();
  await expect(page.getByText('FreeRDP: takes it')).toBeVisible();
  await window.look('profiles-editor-setting');
  await page.getByRole('button', { name: 'Reset to inherited: use multimon' }).click();
  await expect(multimon).toBeChecked();
  await page.keyboard.press('Control+Z');
  await expect(multimon).not.toBeChecked();
  await page.keyboard.press('Control+Y');
  await expect(multimon).toBeChecked();
});

test('sections as people know them, and what may not be said in a template', async ({ window, page }) => {
  await window.open({ library: contoso().answers });
  await openTemplate(page, /^Finance/);
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: 'Display' }).click();
  await expect(page.getByRole('combobox', { name: /screen mode id/ })).toHaveValue('2');
  await window.look('profiles-editor-display');
  await page.getByRole('textbox', { name: /desktopwidth/ }).fill('99999');
  await expect(page.getByText(/takes a number from 200 to 8192/).first()).toBeVisible();
  await page.getByRole('button', { name: 'General' }).click();
  await expect(page.getByRole('textbox', { name: /full address/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Other lines' }).click();
  await expect(page.getByLabel('Line 1')).toHaveValue('shiny new setting:i:1');
  await window.look('profiles-editor-lines');
});

test('a number is typed a digit at a time, and saved once it is one the setting takes', async ({
  window,
  page,
}) => {
  const library = contoso();
  await window.open({ library: library.answers });
  await openTemplate(page, /^Finance/);
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: 'Display' }).click();
  const width = page.getByRole('textbox', { name: /desktopwidth/ });
  await width.click();
  await page.keyboard.type('19');
  await expect(width).toHaveValue('19');
  await expect(width).toHaveAttribute('aria-invalid', 'true');
  await page.getByRole('button', { name: 'Gateway' }).click();
  await page.keyboard.press('Control+S');
  await expect(page.getByText('Not saved: something is filled in wrongly.')).toBeVisible();
  await expect(width).toBeFocused();
  await window.look('profiles-editor-faulty-value');
  await page.keyboard.press('End');
  await page.keyboard.type('20');
  await expect(fileOf(page)).toContainText('desktopwidth:i:1920');
  await page.keyboard.press('Control+S');
  await expect(page.getByText('Template · Saved')).toBeVisible();
  expect(library.entryOf('template', 'finance')?.settings).toContain('desktopwidth:i:1920');
});

test('a new template by keyboard alone: named, filled in, saved', async ({ window, page }) => {
  const library = fakeLibrary();
  await window.open({ library: library.answers });
  await goToProfiles(page);
  await page.getByRole('button', { name: 'New template' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
  await page.keyboard.press('Control+S');
  await expect(page.getByText('Not saved: something is filled in wrongly.')).toBeVisible();
  await page.keyboard.type('Finance VMs');
  await page.getByLabel('Applies to').selectOption('tag');
  await page.keyboard.press('Control+S');
  await expect(page.getByText('Not saved: something is filled in wrongly.')).toBeVisible();
  await expect(page.getByLabel('Tag', { exact: true })).toBeFocused();
  await window.look('profiles-editor-faulty');
  await page.keyboard.type('department');
  await page.getByLabel('Value').fill('finance');
  await page.keyboard.press('Control+S');
  await expect(page.getByText('Template · Saved')).toBeVisible();
  expect(library.entryOf('template', 'finance-vms')).toMatchObject({
    name: 'Finance VMs',
    appliesTo: { level: 'tag', tag: 'department', value: 'finance' },
  });
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^Finance VMs/ })).toBeVisible();
});

test('what was changed is kept on the way to another page, and asked about before it is lost', async ({
  window,
  page,
}) => {
  await window.open({ library: contoso().answers });
  await openTemplate(page, /^Finance/);
  await page.getByLabel('Name', { exact: true }).fill('Finance and controlling');
  await page.getByRole('button', { name: 'This PC' }).click();
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name: 'Profiles' }).click();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Finance and controlling');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^Finance not saved/ })).toBeVisible();
  await page.getByRole('button', { name: /^Finance not saved/ }).click();
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Discard changes…' }).click();
  await expect(page.getByRole('alertdialog')).toContainText('goes back to what is saved');
  await page.getByRole('button', { name: 'Discard', exact: true }).click();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Finance');
});

test('a template that others name is removed once one has seen who, and comes back with Undo', async ({
  window,
  page,
}) => {
  const library = contoso();
  const insisted: boolean[] = [];
  await window.open({
    library: {
      ...library.answers,
      remove: async (input) => {
        insisted.push(input.isInsisting);
        return library.answers.remove(input);
      },
    },
  });
  await openTemplate(page, /^Two screens/);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  const dialog = page.getByRole('alertdialog', { name: /^Remove “Two screens”/ });
  await expect(dialog).toContainText('1 template and 1 profile name it.');
  await expect(dialog.getByRole('listitem')).toHaveText(['Trading floor', 'READY-01 for Ada']);
  await window.look('profiles-editor-remove');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect(insisted).toEqual([]);

  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await dialog.getByRole('button', { name: 'Remove anyway' }).click();
  await expect(page.getByText('“Two screens” was removed.')).toBeVisible();
  expect(insisted).toEqual([true]);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByRole('button', { name: /^Two screens/ })).toBeVisible();
});

test('what could not be removed says why, in the editor', async ({ window, page }) => {
  await window.open({
    library: {
      ...contoso().answers,
      remove: async () => {
        throw new AppError('conflict', 'Somebody else changed “Finance” meanwhile. Nothing was removed.');
      },
    },
  });
  await openTemplate(page, /^Finance/);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await expect(page.getByRole('alert')).toContainText('Somebody else changed “Finance” meanwhile.');
  await page.getByRole('alert').getByRole('button', { name: 'Hide' }).click();
  await expect(page.getByRole('alert')).toBeHidden();
});

test('what others change meanwhile is shown, and neither version is lost', async ({ window, page }) => {
  const library = contoso();
  const main = await window.open({ library: library.answers });
  await openTemplate(page, /^Finance/);
  await page.getByLabel('Name', { exact: true }).fill('Finance, mine');
  const theirs = { ...contosoTemplates[4], name: 'Finance, theirs', settings: ['redirectclipboard:i:0'] };
  library.changeOutside(theirs as (typeof contosoTemplates)[number]);
  await main.announce('library', 'changed', { folder: '/home/ada/library' });
  await expect(page.getByRole('alert')).toContainText('Somebody else changed this meanwhile.');
  await page.getByRole('button', { name: 'What differs' }).click();
  await expect(page.getByRole('table')).toContainText('Finance, theirs');
  await window.look('profiles-editor-outside');
  await page.getByRole('button', { name: 'Take theirs' }).click();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Finance, theirs');
  await page.keyboard.press('Control+Z');
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Finance, mine');
  await page.keyboard.press('Control+S');
  await expect(page.getByText('Template · Saved')).toBeVisible();
  expect(library.entryOf('template', 'finance')).toMatchObject({ name: 'Finance, mine' });
});

test('a profile: where it leads, and what is wrong with that', async ({ window, page }) => {
  await window.open({ library: contoso().answers });
  await goToProfiles(page);
  await page.getByRole('option', { name: /READY-01 for Ada/ }).click();
  await expect(fileOf(page)).toContainText('full address:s:READY-01');
  await window.look('profiles-editor-profile');
  await page.getByLabel('Host name').fill('10.1.0.5');
  await expect(page.getByText('No file can be made of it yet')).toBeVisible();
  await expect(page.getByText(/a web account needs the VM's host name/)).toBeVisible();
  await window.look('profiles-editor-no-file');
  await page.getByLabel('Sign-in').selectOption('password');
  await expect(fileOf(page)).toContainText('username:s:AzureAD\\ada@contoso.example');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toBeFocused();
});

test('templates for the tags of its VM are in, where Azure tells them, and else that is said', async ({
  window,
  page,
}) => {
  const asked: string[] = [];
  let tags: Record<string, string> | null = { department: 'finance' };
  await window.open({
    library: contoso().answers,
    inventory: {
      scopeOf: async ({ vmId }) => {
        asked.push(vmId);
        return tags && { tenantId: null, tags };
      },
    },
  });
  await goToProfiles(page);
  await page.getByRole('option', { name: /READY-01 for Ada/ }).click();
  await expect(fileOf(page)).toContainText('redirectprinters:i:1');
  await expect(page.getByText('Templates for the tags of its VM are in.')).toBeVisible();
  await page.getByRole('button', { name: 'Local resources' }).click();
  await expect(page.getByText('from Finance (tag)').first()).toBeVisible();
  await window.look('profiles-editor-tags');
  expect(asked).toHaveLength(1);

  tags = null;
  await page.keyboard.press('Escape');
  await page.getByRole('option', { name: /READY-01 for Ada/ }).click();
  await expect(page.getByText('Templates for tags of the VM are not in these values')).toBeVisible();
  await expect(fileOf(page)).toContainText('redirectprinters:i:0');
  await window.look('profiles-editor-tags-not-seen');
});

test('a profile with a signed file shows the file that will be used', async ({ window, page }) => {
  await window.open({
    library: {
      ...contoso().answers,
      preview: async () => viewOfBytes(await signedRdpFile(), 'ready-02.rdp'),
    },
  });
  await goToProfiles(page);
  await page.getByRole('option', { name: /READY-02/ }).click();
  await expect(page.getByText('The signed file for passwordless is used as it is')).toBeVisible();
  const signed = page.getByRole('tabpanel', { name: 'Signed file' });
  await expect(signed).toContainText('Verify the publisher of this remote connection');
  await expect(signed).toContainText('Contoso IT');
  await window.look('profiles-editor-signed');
});

test('in the smallest window the file takes turns with the settings', async ({ window, page }) => {
  await page.setViewportSize({ width: 720, height: 480 });
  await window.open({ library: contoso().answers });
  await goToProfiles(page);
  await page.getByRole('button', { name: 'Templates' }).click();
  await page.getByRole('button', { name: /^Finance/ }).click();
  await expect(page.getByRole('group', { name: 'Clipboard' })).toBeVisible();
  await window.look('profiles-editor-narrow');
  await page.getByRole('button', { name: 'Show the file' }).click();
  await expect(fileOf(page)).toContainText('redirectclipboard:i:1');
  await window.look('profiles-editor-narrow-file');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(720);
});

test('forced colours keep the editor readable', async ({ window, page }) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await window.open({ library: contoso().answers });
  await openTemplate(page, /^Finance/);
  await page.getByRole('button', { name: 'Local resources' }).click();
  await expect(page.getByRole('switch', { name: /redirectclipboard/ })).toBeChecked();
  await page.screenshot({
    path: 'test-results/screenshots/profiles-editor-forced-colors.png',
    animations: 'disabled',
  });
});
