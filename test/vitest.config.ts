import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: '.',
    include: ['test/unit/**/*.test.ts', 'test/renderer/**/*.test.tsx', 'test/rooms/**/*.test.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
