import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { openLibrary } from '../../main/profiles/open-library';
import { createSigner } from '../../main/rdp-files/signing/signer';
import { Profile } from '../../shared/profiles/profile';
import { parseRdp } from '../../shared/rdp/parse';
import { encodeRdp } from '../../shared/rdp/serialize';
import { identityOf, makePublisher } from '../support/publisher';
import { keepScreenshot, openVm, test } from './support/app';

const tenant = resolve(import.meta.dirname, '../fixtures/scenarios/53-unsigned-files-forbidden.json');

/** As a helpdesk keeps it: for ready-01, passwordless. */
async function keepSignedFile(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const lines = 'full address:s:READY-01\r\nenablerdsaadauth:i:1\r\nredirectclipboard:i:1\r\n';
  const signer = createSigner(identityOf(makePublisher({ name: 'Contoso Helpdesk' })));
  const { bytes } = await signer(parseRdp(encodeRdp(lines)));
  const profile = Profile.parse({ version: 1, kind: 'profile', id: 'web', name: 'Web', address: 'READY-01' });
  await openLibrary(folder).keepFile(profile, 'web-account', bytes, { basedOn: null });
}

test('on a PC that opens signed files alone, the button and the row go by the file of the library', async ({
  start,
}) => {
  await keepSignedFile(base.info().outputPath('profile/demo-library'));
  const { page, complaints } = await start('--demo', '--demo-file', tenant);
  await openVm(page, 'ready-01');
  await expect(page.getByRole('button', { name: 'Connect · passwordless' })).toBeVisible();
  await expect(
    page.getByText('The file “Web” is used as it is, signed by Contoso Helpdesk.').first(),
  ).toBeVisible();
  const ways = page.getByRole('region', { name: 'Sign-in ways' });
  await expect(ways.getByRole('listitem').filter({ hasText: 'Passwordless' })).toContainText('open');
  await expect(
    ways
      .getByRole('listitem')
      .filter({ hasText: /^Password/ })
      .last(),
  ).toContainText('closed');
  await keepScreenshot(page, '11-signed-files-alone');

  // Nothing is kept for the other VM: its button steps back.
  await openVm(page, 'ready-long-resource-name-02');
  await expect(page.getByRole('heading', { name: 'ready-long-resource-name-02' })).toBeVisible();
  await expect(page.getByText('forbids opening .rdp files that nobody has signed').first()).toBeAttached();
  await expect(page.getByRole('button', { name: 'Connect · passwordless' })).toBeHidden();
  expect(complaints).toEqual([]);
});
