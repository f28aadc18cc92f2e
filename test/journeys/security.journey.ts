import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { openDemo, test } from './support/app';

test('runs its page in a sandbox, apart from everything', async ({ start }) => {
  const { app, page } = await start();
  const preferences = await app.evaluate(({ BrowserWindow }): unknown => {
    // Electron has it, its types do not.
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): unknown;
    };
    return contents.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
  });
  const globals = await page.evaluate(() => ({
    require: typeof Reflect.get(globalThis, 'require'),
    process: typeof Reflect.get(globalThis, 'process'),
    ipcRenderer: typeof Reflect.get(globalThis, 'ipcRenderer'),
    bridge: Object.values(Reflect.get(globalThis, 'bridge') as Record<string, Record<string, unknown>>)
      .flatMap((room) => Object.values(room))
      .every((call) => typeof call === 'function'),
  }));
  expect(globals).toEqual({
    require: 'undefined',
    process: 'undefined',
    ipcRenderer: 'undefined',
    bridge: true,
  });
});

test('serves its page with a strict policy that nothing of ours breaks', async ({ start }) => {
  const { page, complaints } = await start();
  const policy = await page.evaluate(async () =>
    (await fetch(location.href)).headers.get('content-security-policy'),
  );
  expect(policy).toContain("default-src 'none'");
  expect(policy).toMatch(/style-src 'self' 'nonce-[^']+'/);
  expect(policy).not.toMatch(/unsafe/);
  await openDemo(page);
  for (const name of ['This PC', 'Explain', 'Settings']) await page.getByRole('button', { name }).click();
  expect(complaints).toEqual([]);
});

test('runs no script but its own, and takes no style without the nonce', async ({ start }) => {
  const { page } = await start();
  const seen = await page.evaluate(async () => {
    const violated: string[] = [];
    const refused = new Promise<void>((resolve) => {
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        violated.push(effectiveDirective);
        if (violated.length === 3) resolve();
      });
    });
    const script = document.createElement('script');
    script.textContent = 'globalThis.wasRun = true';
    const style = document.createElement('style');
    style.textContent = 'body { color: rgb(1, 2, 3) }';
    document.head.append(script, style);
    await fetch('https://example.com/').catch(() => undefined);
    await refused;
    return {
      violated: violated.toSorted(),
      wasRun: Reflect.has(globalThis, 'wasRun'),
      colour: getComputedStyle(document.body).color,
    };
  });
  expect(seen.wasRun).toBe(false);
  expect(seen.colour).not.toBe('rgb(1, 2, 3)');
  expect(seen.violated).toEqual(['connect-src', 'script-src-elem', 'style-src-elem']);
});

test('loads no schemas into its page, as they would try to make code of text', async () => {
  const assets = join(import.meta.dirname, '../../out/renderer/assets');
  const scripts = (await readdir(assets)).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(3);
  for (const name of scripts) {
    expect([name, (await readFile(join(assets, name), 'utf8')).includes('_zod')]).toEqual([name, false]);
  }
});

test('stays on its page, opens no other, and gives no permission', async ({ start }) => {
  const { app, page } = await start();
  const here = page.url();
  // Asked through Electron: Playwright itself waits for a navigation that never comes.
  const inPage = (script: string): Promise<unknown> =>
    app.evaluate(
      ({ BrowserWindow }, code) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code) as unknown,
      script,
    );
  expect(await inPage("window.open('https://example.com/') === null")).toBe(true);
  for (const target of ['https://example.com/', 'file:///etc/passwd', 'app://password/'])
    await inPage(`void (location.href = '${target}')`);
  await inPage('new Promise((resolve) => setTimeout(resolve, 300))');
  expect(await inPage('location.href')).toBe(here);
  expect(await inPage("document.querySelector('h1') !== null")).toBe(true);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(await inPage('Notification.requestPermission()')).toBe('denied');
});

test('gives the system no link it does not know', async ({ start }) => {
  const { app, page } = await start();
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Reflect.set(globalThis, 'opened', opened);
    shell.openExternal = async (url) => {
      opened.push(url);
    };
  });
  const open = (url: string): Promise<unknown> =>
    page.evaluate(async (link) => {
      const bridge = Reflect.get(globalThis, 'bridge') as {
        app: { openExternal: (input: { url: string }) => Promise<{ ok: boolean; code?: string }> };
      };
      const { ok, code } = await bridge.app.openExternal({ url: link });
      return ok ? 'opened' : code;
    }, url);
  expect(await open('https://example.com/')).toBe('invalid-request');
  expect(await open('ms-settings:privacy')).toBe('invalid-request');
  expect(await open('https://learn.microsoft.com/entra/')).toBe('opened');
  expect(await app.evaluate(() => Reflect.get(globalThis, 'opened') as unknown)).toEqual([
    'https://learn.microsoft.com/entra/',
  ]);
});

test('answers no page but its own', async ({ start }) => {
  const { app, page } = await start();
  await page.getByRole('button', { name: 'Open the demo' }).waitFor();
  const opening = app.waitForEvent('window');
  await app.evaluate(({ app: electronApp, BrowserWindow }) => {
    const stranger = new BrowserWindow({
      webPreferences: {
        preload: `${electronApp.getAppPath()}/out/preload/preload.cjs`,
        sandbox: true,
      },
    });
    void stranger.loadURL('data:text/html,<title>stranger</title>');
  });
  const stranger = await opening;
  await stranger.waitForLoadState();
  const code = await stranger.evaluate(async () => {
    const bridge = Reflect.get(globalThis, 'bridge') as {
      session: { state: () => Promise<{ ok: boolean; code?: string }> };
    };
    const { ok, code: refusal } = await bridge.session.state();
    return ok ? 'answered' : refusal;
  });
  expect(code).toBe('untrusted-sender');
});

test('shows its window when it is started a second time', async ({ start }) => {
  const { app } = await start();
  const isVisible = (): Promise<boolean | undefined> =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  expect(await isVisible()).toBe(false);
  await app.evaluate(({ app: electronApp }) => electronApp.emit('second-instance', {}, ['entra-rdp-app']));
  expect(await isVisible()).toBe(true);
});
