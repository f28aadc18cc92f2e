import { defineConfig } from '@playwright/test';

/** The real app in the real Electron, one at a time. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.journey.ts',
  outputDir: '../../test-results/journeys',
  globalSetup: './support/prepare.ts',
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
});
