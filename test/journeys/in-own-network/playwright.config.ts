import { defineConfig } from '@playwright/test';

/** Run by real-server.journey.ts, inside a network namespace. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.inside.ts',
  outputDir: '../../../test-results/journeys-in-own-network',
  globalSetup: '../support/prepare.ts',
  workers: 1,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
});
