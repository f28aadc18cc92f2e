import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';

const results = resolve(import.meta.dirname, '../../test-results');

/** The built renderer in Chromium, with a fake of main in place of preload. */
export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: '*.spec.ts',
  globalSetup: './build-and-serve.ts',
  outputDir: resolve(results, 'browser'),
  reporter: [['list']],
  workers: 1,
  timeout: 90_000,
  use: {
    viewport: { width: 1180, height: 760 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(process.env['CHROMIUM_PATH'] !== '' && {
        executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
});
