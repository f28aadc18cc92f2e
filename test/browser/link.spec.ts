import { VmId } from '../../shared/azure/virtual-machine';
import { AppError } from '../../shared/errors/app-error';
import type { OpenedLink } from '../../shared/links/connect-link';
import { readConnectLink } from '../../shared/links/read-link';
import type { Route } from '../../shared/preflight/route';
import { signedIn, signedOut } from '../support/answers';
import { vmIdOf } from '../support/sample-vms';
import { expect, test } from './window';

const contoso = '22222222-2222-4222-8222-222222222222';
const fabrikam = '55555555-5555-4555-8555-555555555555';
const ready = 'ready-long-resource-name-02';
const byLink = 'Opened by a link. Nothing starts before you click Connect.';

function linkTo(
  route: Route | null = null,
  { tenantId = contoso, cloud = 'global' as const, vmId = vmIdOf(ready) } = {},
): OpenedLink {
  return { kind: 'connect', link: { vmId: VmId.parse(vmId), route, tenantId, cloud } };
}

/** A main that counts what it is asked to connect to. */
function counting() {
  const started: string[] = [];
  const connect = {
    start: async ({ vmId }: { vmId: string }) => {
      started.push(vmId);
      throw new AppError('cancelled', 'Not in this test.');
    },
  };
  return { started, connect };
}

test('the app starts on the VM of a link, and nothing else starts', async ({ window, page }) => {
  const { started, connect } = counting();
  await window.open({ link: { take: async () => linkTo() }, connect });
  await expect(page.getByRole('heading', { name: ready })).toBeVisible();
  await expect(page.getByText(byLink)).toBeVisible();
  const button = page.getByRole('button', { name: 'Connect · passwordless' });
  await expect(button).toBeFocused();
  await window.look('link-shown');
  expect(started).toEqual([]);

  await page.waitForTimeout(1000);
  await page.keyboard.press('Enter');
  await expect.poll(() => started).toEqual([vmIdOf(ready)]);
});

test('what was typed as a link came in is no click', async ({ window, page }) => {
  const { started, connect } = counting();
  const main = await window.open({ connect });
  await page.getByRole('option', { name: /STOPPED-01/ }).click();
  // As the button gets the focus, whatever hand is on the keyboard is still typing to something else.
  await page.evaluate(() => {
    document.addEventListener('focusin', ({ target }) => {
      if (!(target instanceof HTMLButtonElement) || !target.textContent.startsWith('Connect')) return;
      target.click();
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }));
      document.body.dataset['typed'] = 'true';
    });
  });
  await main.announce('link', 'opened', linkTo());
  await expect(page.locator('body[data-typed]')).toBeAttached();
  expect(started).toEqual([]);
});

test('a link chooses its route, and where that is closed the page says why', async ({ window, page }) => {
  const main = await window.open();
  await page.getByRole('option', { name: /STOPPED-01/ }).click();
  await main.announce('link', 'opened', linkTo('password'));
  await expect(page.getByRole('heading', { name: ready })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Connect anyway · with password' })).toBeFocused();
  await expect(page.getByRole('region', { name: 'What stands in the way' })).toBeVisible();
  await window.look('link-route-closed');

  // Another link to the same VM chooses anew.
  await main.announce('link', 'opened', linkTo('web-account'));
  await expect(page.getByRole('button', { name: 'Connect · passwordless' })).toBeFocused();
});

test('sign-in comes first, and then the VM of the link', async ({ window, page }) => {
  let isSignedIn = false;
  await window.open({
    link: { take: async () => linkTo() },
    session: {
      state: async () => (isSignedIn ? signedIn : signedOut),
      signIn: async () => {
        isSignedIn = true;
        return signedIn;
      },
    },
  });
  await expect(
    page.getByText(`A link asks to show ${ready}. It opens when you have signed in.`),
  ).toBeVisible();
  await window.look('link-waiting');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { name: ready })).toBeVisible();
  await expect(page.getByText(byLink)).toBeVisible();
});

test('an expired sign-in is renewed first, and the link goes on after', async ({ window, page }) => {
  const main = await window.open();
  await page.getByRole('option', { name: /STOPPED-01/ }).click();
  await main.announce('session', 'changed', { ...signedIn, phase: 'expired' });
  await main.announce('link', 'opened', linkTo());
  await expect(page.getByRole('button', { name: 'Sign in again' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'stopped-01' })).toBeVisible();
  await page.getByRole('button', { name: 'Sign in again' }).click();
  await expect(page.getByRole('heading', { name: ready })).toBeVisible();
});

test('a link to another tenant says so, and offers to sign in there', async ({ window, page }) => {
  const asked: string[] = [];
  const { tenants } = signedIn;
  const other = { id: fabrikam, name: 'Fabrikam', domain: null, because: null };
  await window.open({
    link: { take: async () => linkTo(null, { tenantId: fabrikam }) },
    session: {
      state: async () => ({ ...signedIn, tenants: [...tenants, { ...other, state: 'not-signed-in' }] }),
      signInToTenant: async ({ tenantId }) => {
        asked.push(tenantId);
        return { ...signedIn, tenants: [...tenants, { ...other, state: 'signed-in' }] };
      },
    },
  });
  const bar = page.getByRole('alert');
  await expect(bar).toContainText('a VM of the tenant Fabrikam. You are not signed in to that one yet.');
  await expect(page.getByRole('heading', { name: ready })).toBeHidden();
  await window.look('link-other-tenant');
  await bar.getByRole('button', { name: 'Sign in to that tenant' }).click();
  await expect(page.getByRole('heading', { name: ready })).toBeVisible();
  expect(asked).toEqual([fabrikam]);
});

test('a link to another cloud, or a tenant nobody sees, is told and may be shown anyway', async ({
  window,
  page,
}) => {
  const main = await window.open();
  await main.announce('link', 'opened', linkTo(null, { cloud: 'usgov' as 'global' }));
  await expect(page.getByRole('alert')).toContainText('Azure US Government');
  await main.announce('link', 'opened', linkTo(null, { tenantId: fabrikam }));
  await expect(page.getByRole('alert')).toContainText('which ada@contoso.example does not see');
  await page.getByRole('button', { name: 'Show the VM anyway' }).click();
  await expect(page.getByText(byLink)).toBeVisible();
});

test('no key connects to the VM that was in view, where a link leads elsewhere or is refused', async ({
  window,
  page,
}) => {
  const { started, connect } = counting();
  const main = await window.open({ connect });
  await page.getByRole('option', { name: /READY-02/ }).click();
  await page.getByRole('button', { name: 'Connect · passwordless' }).focus();
  await main.announce('link', 'opened', { kind: 'refused', because: 'The link was not opened.' });
  await expect(page.getByRole('alert').getByRole('button', { name: 'Close' })).toBeFocused();

  await main.announce('link', 'opened', linkTo(null, { tenantId: fabrikam, vmId: vmIdOf('other-01') }));
  await expect(page.getByRole('alert')).toContainText('another tenant');
  await expect(page.getByRole('heading', { name: ready })).toBeHidden();
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeHidden();
  expect(started).toEqual([]);
});

test('a VM that is not there offers the list, and nothing to connect to', async ({ window, page }) => {
  const { started, connect } = counting();
  await window.open({
    connect,
    link: { take: async () => linkTo(null, { vmId: vmIdOf('gone-01') }) },
    preflight: {
      run: async () => {
        throw new AppError('not-found', 'There is no virtual machine gone-01 in Azure.');
      },
    },
  });
  const failure = page.getByRole('alert');
  await expect(failure).toContainText('There is no such VM');
  await expect(page.getByRole('button', { name: /^Connect/ })).toBeHidden();
  await page.keyboard.press('Control+Enter');
  await window.look('link-gone');
  await failure.getByRole('button', { name: 'All VMs' }).click();
  await expect(page.getByText('Pick a VM')).toBeVisible();
  expect(started).toEqual([]);
});

test('a link that is refused says why, whatever page is in view', async ({ window, page }) => {
  const main = await window.open();
  await page.getByRole('button', { name: 'This PC' }).click();
  await main.announce('link', 'opened', {
    kind: 'refused',
    because:
      'The link was not opened: “vm” is in it twice. Ask whoever sent it for a new one, or pick the VM in the list.',
  });
  await expect(page.getByRole('alert')).toContainText('“vm” is in it twice');
  await window.look('link-refused');
  await page.getByRole('button', { name: 'What to do' }).click();
  await expect(page.getByRole('dialog')).toContainText('A link to a VM does not open');
  await page.keyboard.press('Escape');
  await page.getByRole('alert').getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('alert')).toBeHidden();
});

test("an organisation's set-up that comes by link is shown before it is taken", async ({ window, page }) => {
  const read: string[] = [];
  await window.open({
    link: { take: async () => ({ kind: 'setup', text: 'entra-rdp://setup?tenant=contoso.example' }) },
    settings: {
      readSetup: async ({ text }) => {
        read.push(text);
        return { cloud: 'global', tenant: 'contoso.example', clientId: contoso };
      },
    },
  });
  await expect(page.getByRole('dialog')).toContainText('Take this set-up?');
  expect(read).toEqual(['entra-rdp://setup?tenant=contoso.example']);
});

test('an id in another letter case is the VM of the list', async ({ window, page }) => {
  const main = await window.open();
  await page.getByRole('option', { name: /READY-02/ }).waitFor();
  await main.announce('link', 'opened', linkTo(null, { vmId: vmIdOf(ready).toUpperCase() }));
  await expect(page.getByRole('option', { name: /READY-02/ })).toHaveAttribute('aria-selected', 'true');
});

test('a link to the VM in view is copied, with the route that was chosen', async ({ window, page }) => {
  const copied: string[] = [];
  await window.open({
    app: {
      copyText: async ({ text }) => {
        copied.push(text);
      },
    },
  });
  await page.getByRole('option', { name: /READY-02/ }).click();
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(copied.map(readConnectLink)).toEqual([
    { vmId: vmIdOf(ready), route: null, tenantId: contoso, cloud: 'global' },
  ]);
  await page.setViewportSize({ width: 720, height: 480 });
  await window.look('link-narrow');
});
