import { defineConfig } from 'vitest/config';

import { FIXED_WORLD } from './test/fixed-world';

// Set before any test process starts: a running process takes neither time zone nor locale from a later change.
Object.assign(process.env, FIXED_WORLD);

/** What all projects share; tests are never retried and never wait for real time. */
const shared = {
  pool: 'forks' as const,
  setupFiles: ['./test/setup.ts'],
  testTimeout: 20_000,
  hookTimeout: 20_000,
  retry: 0,
  allowOnly: false,
  unstubGlobals: true,
  restoreMocks: true,
};

const OWN_PROJECT = ['test/unit/**', 'test/contract/**', 'test/cases/**', 'test/guards/**', 'test/e2e/**'];

export default defineConfig({
  test: {
    watch: false,
    // Two cores is what continuous integration has.
    maxWorkers: 2,
    passWithNoTests: false,
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}', 'test/contract/**/*.test.{ts,tsx}'],
        },
      },
      { test: { ...shared, name: 'cases', include: ['test/cases/**/*.test.ts'] } },
      {
        // One process for all guards, so that each file of the project is parsed once.
        test: {
          ...shared,
          name: 'guards',
          include: ['test/guards/*.guard.ts'],
          isolate: false,
          maxWorkers: 1,
        },
      },
      {
        // Every other test file, so that none is forgotten in a folder of its own.
        test: {
          ...shared,
          name: 'integration',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...OWN_PROJECT, 'test/fixtures/**'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          ...shared,
          name: 'e2e',
          include: ['test/e2e/**/*.e2e.ts'],
          fileParallelism: false,
          maxWorkers: 1,
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
