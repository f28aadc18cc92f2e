import { writeFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { startXrdp, type Xrdp } from '../../support/xrdp';
import { clickToClose, keepScreenshot, openVm, rowsOf, test } from '../support/app';
import { privateHost } from '../support/in-own-network';

const password = 'correct horse battery staple';

/** Contoso with one VM more, whose RDP port is the real xrdp's; this PC and its resolver are the real ones. */
function tenantWith(xrdp: Xrdp): unknown {
  return {
    extends: 'contoso',
    thisPc: 'real',
    names: { [privateHost.name]: 'real' },
    virtualMachines: [
      {
        name: privateHost.name,
        computerName: privateHost.name,
        interfaces: [{ privateAddresses: [xrdp.address] }],
        instanceView: { rdpThumbprint: xrdp.sha1 },
        listener: 'real',
      },
    ],
  };
}

test('pick, choose the password, answer, and the desktop is there', async ({ start }, testInfo) => {
  const xrdp = await startXrdp({ address: privateHost.address, port: 3389, hostName: privateHost.name });
  try {
    const file = testInfo.outputPath('tenant.json');
    await writeFile(file, JSON.stringify(tenantWith(xrdp)));
    const { app, page } = await start(`--demo-file=${file}`);
    await rowsOf(page).first().waitFor();
    await openVm(page, privateHost.name);
    await choosePasswordRoute(page);

    // On Linux the article allows no password sign-in: the route is closed, and a person may insist.
    const asking = app.waitForEvent('window', { timeout: 0 });
    await page.getByRole('button', { name: 'Connect anyway · with password' }).click();
    await trustTheCertificate(page);
    await typeThePassword(await asking);

    await xrdp.hasLogged('ada@contoso.example');
    await xrdp.hasLogged('VNC connection complete, connected ok');
    await expect(page.getByText(/FreeRDP.* opened at/)).toBeVisible();
    await keepScreenshot(page, '9-session-up');
    expect(await page.content()).not.toContain(password);

    // The server ends the session, as when somebody signs out. FreeRDP may first try to connect anew.
    await xrdp.close();
    await expect(page.getByText(/FreeRDP.* opened at/)).toBeHidden({ timeout: 120_000 });
    await keepScreenshot(page, '10-session-over');
  } finally {
    await xrdp.close();
  }
});

async function choosePasswordRoute(page: Page): Promise<void> {
  await page.getByText('You can sign in through Azure Bastion, in the browser.').waitFor();
  await page.getByRole('button', { name: 'Choose how to sign in' }).click();
  await page.getByRole('menuitemradio', { name: /^Password / }).click();
}

async function trustTheCertificate(page: Page): Promise<void> {
  await expect(page.getByText('They are the same: this is your VM.')).toBeVisible();
  await keepScreenshot(page, '11-certificate');
  await page.getByRole('button', { name: 'It is, connect' }).click();
}

async function typeThePassword(window: Page): Promise<void> {
  const field = window.getByLabel('Password of ada@contoso.example');
  await field.fill(password);
  await keepScreenshot(window, '12-password');
  // Nothing of the app is in there: no bridge, no script.
  expect(await window.evaluate(() => typeof Reflect.get(globalThis, 'bridge'))).toBe('undefined');
  await clickToClose(window.getByRole('button', { name: 'Sign in' }));
}
