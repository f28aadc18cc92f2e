import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: '.',
    include: ['test/unit/**/*.test.ts', 'test/renderer/**/*.test.tsx', 'test/rooms/**/*.test.ts'],
    // Real servers, clients and displays on a busy machine: a limit, never a measure.
    testTimeout: 60_000,
    hookTimeout: 90_000,
    expect: { poll: { timeout: 30_000 } },
  },
});
