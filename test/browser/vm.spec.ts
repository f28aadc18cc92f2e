import type { Page } from '@playwright/test';
import { AppError } from '../../shared/errors/app-error';
import type { ConnectOutcome } from '../../shared/launch/connect';
import { checkOrder } from '../../shared/preflight/check-order';
import { carelessRdpFile, signedRdpFile, viewOfBytes } from '../support/sample-rdp-files';
import { blockedReport, readyReport, unknownReport } from '../support/sample-report';
import { expect, test } from './window';

const forEver = (): Promise<never> => new Promise(() => {});

async function openVm(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('option', { name }).click();
}

test('checks arrive one by one, each in its own place', async ({ window, page }) => {
  let runId = '';
  const main = await window.open({
    preflight: {
      run: (run) => {
        runId = run.runId;
        return forEver();
      },
    },
  });
  await openVm(page, /READY-02/);
  const rows = page.getByRole('region', { name: 'Checks' }).getByRole('listitem');
  await expect(rows).toHaveCount(checkOrder.length);
  await expect.poll(() => runId).not.toBe('');
  const last = rows.last();
  const before = await last.boundingBox();

  const some = readyReport.results.filter((_, index) => index % 3 === 0);
  await main.announce('preflight', 'progress', { runId, results: some, total: checkOrder.length });
  await expect(page.getByText(`${some.length} of ${checkOrder.length} checks`)).toBeVisible();
  expect(await last.boundingBox()).toEqual(before);
  await window.look('vm-checking');
});

test('a VM that is ready: the sentence, the button, the proof', async ({ window, page }) => {
  const copied: string[] = [];
  await window.open({
    app: {
      copyText: async ({ text }) => {
        copied.push(text);
      },
    },
  });
  await openVm(page, /READY-02/);
  await expect(page.getByText('You can sign in without a password.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Connect · passwordless' })).toBeEnabled();
  await expect(page.getByText('1 closes another way · 1 to know · 37 passed')).toBeVisible();
  await window.look('vm-ready');

  await page.getByRole('button', { name: 'Copy command' }).click();
  await expect.poll(() => copied).toEqual(['entra-rdp connect ready-long-resource-name-02']);
  await page.getByRole('button', { name: 'Save .rdp' }).click();
  await expect(page.getByText('Saved as /home/ada/READY-02.rdp')).toBeVisible();
  await page.getByRole('button', { name: 'Favourite', exact: true }).click();
  await expect(page.getByRole('option', { name: /READY-02/ }).getByLabel('Favourite')).toBeVisible();
});

test('another way can be chosen, and the button says so', async ({ window, page }) => {
  await window.open();
  await openVm(page, /READY-02/);
  await page.getByText('You can sign in without').waitFor();
  await page.getByRole('button', { name: 'Choose how to sign in' }).click();
  await expect(page.getByRole('menuitemradio')).toHaveCount(4);
  await window.look('vm-route-menu');
  await page.getByRole('menuitemradio', { name: /^Password / }).click();
  await expect(page.getByRole('button', { name: 'Connect anyway · with password' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'What stands in the way' })).toContainText(
    'neither joined to Entra ID',
  );
});

test('a VM that blocks: cause first, remedy in view, Connect anyway beside it', async ({ window, page }) => {
  const copied: string[] = [];
  let started: unknown;
  await window.open({
    preflight: { run: async () => blockedReport },
    connect: {
      start: async (input) => {
        started = input;
        return forEver();
      },
    },
    app: {
      copyText: async ({ text }) => {
        copied.push(text);
      },
    },
  });
  await openVm(page, /NO-ROLE-01/);
  await expect(page.getByText('You manage this VM, but no role of yours signs in to it.')).toBeVisible();
  const blocker = page.getByRole('region', { name: 'What stands in the way' });
  await expect(blocker).toContainText('The VM is deallocated.');
  await expect(blocker).toContainText('Owner manages the VM but does not sign in to it.');
  await window.look('vm-blocked');

  await blocker.getByRole('button', { name: 'Ask an admin' }).click();
  await expect.poll(() => copied[0]).toContain('Virtual Machine User Login');
  await page.getByRole('button', { name: 'Connect anyway' }).click();
  await expect.poll(() => started).toMatchObject({ anyway: true, route: null });
});

test('what could not be looked at is one line with the request ready', async ({ window, page }) => {
  const copied: string[] = [];
  await window.open({
    preflight: { run: async () => unknownReport },
    app: {
      copyText: async ({ text }) => {
        copied.push(text);
      },
    },
  });
  await openVm(page, /READY-01/);
  await expect(page.getByText('9 need an admin: ask once.')).toBeVisible();
  await window.look('vm-unknown-folded');
  await page.getByRole('button', { name: 'Ask once' }).click();
  await expect.poll(() => copied).toEqual([unknownReport.unknowns?.request]);
  await page.getByRole('button', { name: 'Show', exact: true }).first().click();
  await expect(page.getByRole('button', { name: /Entra device exists/ })).toBeVisible();
});

test('a check opens to what was found, its article and its source', async ({ window, page }) => {
  let opened = '';
  await window.open({
    app: {
      openExternal: async ({ url }) => {
        opened = url;
      },
    },
  });
  await openVm(page, /READY-02/);
  await page.getByRole('button', { name: /Rdp files may be opened/ }).click();
  await expect(page.getByText('Tick the boxes you need in that dialog')).toBeVisible();
  await window.look('vm-check-open');
  await page.getByRole('link', { name: 'source of 2025-12-01' }).click();
  await expect.poll(() => opened).toContain('https://learn.microsoft.com/');
  await page.getByRole('button', { name: /Rdp files may be opened/ }).focus();
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(page.getByText('Opening the article')).toBeHidden();
  await window.look('article');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('a run that fails says why', async ({ window, page }) => {
  await window.open({
    preflight: {
      run: async () => {
        throw new AppError('not-found', 'Azure knows no such VM any more: it may have been deleted.');
      },
    },
  });
  await openVm(page, /READY-02/);
  await expect(page.getByRole('alert')).toContainText('Azure knows no such VM');
  await window.look('vm-failed');
});

test('Connect tells what comes next before it comes, then how it went', async ({ window, page }) => {
  let runId = '';
  let end: (outcome: ConnectOutcome) => void = () => {};
  const main = await window.open({
    connect: {
      start: (input) => {
        runId = input.runId;
        return new Promise((resolve) => {
          end = resolve;
        });
      },
    },
  });
  await openVm(page, /READY-02/);
  await page.getByText('You can sign in without').waitFor();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Checking once more')).toBeVisible();
  await main.announce('connect', 'stage', {
    runId,
    at: {
      stage: 'starting',
      client: 'Remote Desktop Connection',
      expect: [
        '“Unknown remote connection”: its boxes are not ticked. Choose Connect.',
        'A page of Microsoft asks for your account: take ada@contoso.example.',
        '“Allow remote desktop connection?” Choose Yes.',
      ],
    },
  });
  await expect(page.getByText('Starting Remote Desktop Connection')).toBeVisible();
  await window.look('connect-starting');

  end({
    outcome: 'ended',
    report: readyReport,
    route: 'web-account',
    profile: null,
    client: { id: 'freerdp3', name: 'FreeRDP 3', command: ['xfreerdp3', 'ready.rdp'] },
    exitCode: 131,
    wasGood: false,
    explanation: 'FreeRDP could not reach READY-02 on port 3389.',
    help: 'rdp-port-answers',
  });
  await expect(page.getByText('FreeRDP could not reach READY-02 on port 3389.')).toBeVisible();
  await window.look('connect-ended-badly');
});

test('an unknown certificate is a question with both fingerprints', async ({ window, page }) => {
  let runId = '';
  let answer: boolean | undefined;
  const main = await window.open({
    connect: {
      start: (input) => {
        runId = input.runId;
        return forEver();
      },
      answerCertificate: async ({ trust }) => {
        answer = trust;
      },
    },
  });
  await openVm(page, /READY-02/);
  await page.getByText('You can sign in without').waitFor();
  await page.getByRole('button', { name: 'Connect · passwordless' }).click();
  await expect.poll(() => runId).not.toBe('');
  await main.announce('connect', 'certificate', {
    runId,
    question: {
      host: 'READY-02',
      presented: '5F:3A:9C:11:D0:42:77:EB:0A:14:8C:2B:61:90:FE:33:A7:5D:C8:04',
      expected: '5F3A9C11D04277EB0A148C2B6190FE33A75DC8FF',
      matches: false,
    },
  });
  await expect(page.getByRole('alertdialog')).toContainText('They differ');
  await window.look('certificate-question');
  await page.getByRole('button', { name: 'Do not connect' }).click();
  await expect.poll(() => answer).toBe(false);
});

test('what Windows will ask is one line, and the dialog box by box behind it', async ({ window, page }) => {
  const { verification } = await viewOfBytes(await signedRdpFile(), 'READY-02.rdp');
  const { dialog, leadsTo } = await viewOfBytes(carelessRdpFile, 'READY-02.rdp');
  const profile = {
    id: 'web-servers',
    name: 'Web servers',
    signer: 'Contoso IT',
    added: ['username' as const],
    notes: [],
  };
  let isSigned = false;
  await window.open({
    profile: {
      foretell: async () =>
        isSigned
          ? {
              dialog: { ...dialog, isSigned },
              leadsTo,
              verification,
              asksHere: true,
              profile,
              passedOver: [],
            }
          : {
              dialog: { isSigned, boxes: [] },
              leadsTo,
              verification: null,
              asksHere: true,
              profile: null,
              passedOver: [
                'The finished file “Web servers” was not used: it leads to ready-99. A new one was made.',
              ],
            },
    },
  });
  await openVm(page, /READY-02/);
  const foretold = page.getByRole('region', { name: 'What Windows will ask' });
  await expect(foretold).toContainText('Windows will ask to confirm: no boxes');
  await expect(foretold).toContainText('it leads to ready-99');
  await window.look('vm-foretold-passed-over');

  isSigned = true;
  await page.keyboard.press('F5');
  await expect(foretold).toContainText('The file “Web servers” is used as it is, signed by Contoso IT.');
  await expect(foretold).toContainText('Your user name was added');
  await expect(foretold).toContainText('with 4 boxes: Drives, Clipboard, Cameras, RemoteFX USB devices');
  await foretold.getByRole('button', { name: 'Show the dialog' }).click();
  await expect(foretold.getByRole('listitem')).toHaveCount(4);
  await expect(foretold).toContainText('Verify the publisher of this remote connection');
  await window.look('vm-foretold');
  await page.setViewportSize({ width: 720, height: 480 });
  await window.look('vm-foretold-narrow');
});

test('a PC that does not ask says so', async ({ window, page }) => {
  await window.open({
    profile: {
      foretell: async () => ({
        dialog: { isSigned: false, boxes: [] },
        leadsTo: null,
        verification: null,
        asksHere: false,
        profile: null,
        passedOver: [],
      }),
    },
  });
  await openVm(page, /READY-02/);
  await expect(
    page.getByText('This PC opens the file without asking. Where Windows asks: no boxes'),
  ).toBeVisible();
});
