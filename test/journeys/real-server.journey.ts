import { resolve } from 'node:path';
import { expect } from '@playwright/test';
import { test } from './support/app';
import { runInOwnNetwork } from './support/in-own-network';

const root = resolve(import.meta.dirname, '../..');

// The journey itself is in in-own-network/: Playwright drives Electron over loopback, so both must be in there.
test('opens our file with a real client against a real RDP server', async ({ baseURL }, testInfo) => {
  expect(baseURL).toBeUndefined();
  testInfo.setTimeout(240_000);
  const { code, output } = await runInOwnNetwork(resolve(root, 'node_modules/.bin/playwright'), [
    ...['test', '-c', resolve(import.meta.dirname, 'in-own-network/playwright.config.ts')],
  ]);
  await testInfo.attach('inside', { body: output, contentType: 'text/plain' });
  expect(code, output).toBe(0);
});
