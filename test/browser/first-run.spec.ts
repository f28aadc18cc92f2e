import { AppError } from '../../shared/errors/app-error';
import { inDemo, signedOut } from '../support/answers';
import { blockedReport } from '../support/sample-report';
import { contosoVms } from '../support/sample-vms';
import { expect, test } from './window';

const forEver = (): Promise<never> => new Promise(() => {});

test('a new person sees three ways in, and the keyboard reaches each', async ({ window, page }) => {
  await window.open({ session: { state: async () => signedOut } });
  await expect(page.getByRole('heading', { level: 2 })).toHaveText([
    'Sign in',
    'Use my Azure CLI sign-in',
    'Try the demo',
  ]);
  await expect(page.locator('html')).toHaveAttribute('data-interactive', 'true');
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeEnabled();
  await window.look('first-run');
});

test('who cannot sign in now is shown the last list, and connects from it', async ({ window, page }) => {
  const asOf = new Date(Date.now() - 2 * 3_600_000).toISOString();
  const connects: unknown[] = [];
  const main = await window.open({
    session: { state: async () => signedOut },
    inventory: {
      lastHead: async () => ({ asOf, username: 'ada@contoso.example' }),
      last: async ({ runId }) => {
        await main.announce('inventory', 'page', { runId, vms: [...contosoVms], soFar: 11, total: null });
        return { asOf, total: contosoVms.length, partial: [] };
      },
    },
    preflight: { run: () => Promise.reject(new AppError('sign-in-required', 'You are not signed in.')) },
    connect: {
      start: async (input) => {
        connects.push(input);
        if (!input.anyway) throw new AppError('sign-in-required', 'You are not signed in.');
        return { outcome: 'stopped', report: blockedReport, route: null };
      },
    },
  });
  await expect(
    page.getByText(/the VMs of ada@contoso.example as they were listed on .*\(2 hours ago\)/),
  ).toBeVisible();
  await window.look('first-run-last-list');
  await page.getByRole('button', { name: 'Show the last list' }).click();
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(contosoVms.length);
  await expect(page.getByRole('alert')).toContainText('You are not signed in.');
  await window.look('last-list-signed-out');

  await page.getByRole('option', { name: /READY-01/ }).click();
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await page.getByRole('button', { name: 'Connect without asking Azure' }).click();
  await expect.poll(() => connects).toMatchObject([{ anyway: false }, { anyway: true }]);
});

test('without a client id the set-up comes first', async ({ window, page }) => {
  await window.open({ session: { state: async () => ({ ...signedOut, isConfigured: false }) } });
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeDisabled();
  await window.look('first-run-not-configured');
});

test('the demo is one click, and says all along that it is one', async ({ window, page }) => {
  let asked: string | null | undefined;
  await window.open({
    session: {
      state: async () => signedOut,
      enterDemo: async ({ username }) => {
        asked = username;
        return inDemo;
      },
    },
  });
  await page.getByRole('button', { name: 'Open the demo' }).click();
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
  expect(asked).toBeNull();
  await expect(page.getByText('Demo Azure')).toBeVisible();
  await page.getByRole('button', { name: /ada@contoso.example/ }).click();
  await expect(page.getByRole('menuitemradio')).toHaveCount(3);
  await window.look('demo-account-menu');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Leave' }).click();
  await expect(page.getByRole('heading', { name: 'Try the demo' })).toBeVisible();
});

test('a device code is shown to type elsewhere, and can be given up', async ({ window, page }) => {
  let cancelled = false;
  const main = await window.open({
    session: {
      state: async () => signedOut,
      signIn: forEver,
      cancelSignIn: async () => {
        cancelled = true;
      },
    },
  });
  await page.getByRole('button', { name: 'Use a code on another device' }).click();
  await expect(page.getByText('Asking for a code')).toBeVisible();
  await main.announce('session', 'deviceCode', {
    userCode: 'H7KQ2M9XD',
    verificationUri: 'https://microsoft.com/devicelogin',
    expiresAt: '2026-11-22T12:19:31Z',
  });
  await expect(page.getByText('H7KQ2M9XD')).toBeVisible();
  await window.look('device-code');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('heading', { name: 'Try the demo' })).toBeVisible();
  expect(cancelled).toBe(true);
});

test('waiting for the browser leaves a way back', async ({ window, page }) => {
  await window.open({ session: { state: async () => signedOut, signIn: forEver } });
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeVisible();
  await window.look('waiting-for-browser');
});

test('a refused consent is told with its article', async ({ window, page }) => {
  await window.open({
    session: {
      state: async () => signedOut,
      signIn: async () => {
        throw new AppError('access-denied', 'Your organisation lets only an admin approve this app.', {
          help: 'admin-consent',
          missing: 'admin consent for user_impersonation',
        });
      },
    },
  });
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('only an admin');
  await expect(page.getByRole('button', { name: 'What to do' })).toBeVisible();
  await window.look('sign-in-error');
});

test('a set-up is shown before it is taken', async ({ window, page }) => {
  let read = '';
  let taken = false;
  await window.open({
    session: { state: async () => ({ ...signedOut, isConfigured: false }) },
    settings: {
      readSetup: async ({ text }) => {
        read = text;
        return {
          cloud: 'usgov',
          tenant: 'contoso.example',
          clientId: '33333333-3333-4333-8333-333333333333',
          name: 'Contoso Federal',
        };
      },
      takeSetup: async (organisation) => {
        taken = true;
        return { ...(await import('../support/answers')).sampleSettings, organisation };
      },
    },
  });
  await page.getByLabel('The set-up of your organisation').fill('entra-rdp://setup?tenant=contoso.example');
  await page.getByRole('button', { name: 'Read it' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Contoso Federal');
  await expect(dialog).toContainText('US Government');
  expect(read).toBe('entra-rdp://setup?tenant=contoso.example');
  expect(taken).toBe(false);
  await window.look('set-up-preview');
  await dialog.getByRole('button', { name: 'Take it' }).click();
  await expect(dialog).toBeHidden();
  expect(taken).toBe(true);
});

test('a set-up file may be dropped anywhere', async ({ window, page }) => {
  let read = '';
  await window.open({
    session: { state: async () => signedOut },
    settings: {
      readSetup: async ({ text }) => {
        read = text;
        throw new AppError('invalid-request', 'This file holds no tenant.');
      },
    },
  });
  await page.getByRole('heading', { name: 'Try the demo' }).waitFor();
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['{"tenant":""}'], 'setup.json'));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  });
  await expect(page.getByRole('dialog')).toContainText('This file holds no tenant.');
  expect(read).toBe('{"tenant":""}');
});
