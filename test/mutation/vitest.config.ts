import { defineConfig } from 'vitest/config';

import { FIXED_WORLD } from '../fixed-world';

Object.assign(process.env, FIXED_WORLD);

/**
 * The tests that mutants are put to: those that state facts of the classification. Random worlds and a whole
 * generated organization find a mutant by chance, without saying what it broke.
 */
export default defineConfig({
  test: {
    watch: false,
    setupFiles: ['test/setup.ts'],
    include: ['test/unit/domain/classification/*.test.ts'],
    exclude: ['**/properties.test.ts', '**/generated-organization.test.ts'],
    restoreMocks: true,
  },
});
