import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['harness/**/*.test.ts', 'compose/**/*.test.ts', 'scripts/**/*.test.ts'],
    globalSetup: ['scripts/test/provide-postgres.ts'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    retry: 0,
  },
});
