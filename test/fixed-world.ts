/**
 * Environment of every test process: what would otherwise come from the machine or the day. `PORT` 0 lets the
 * system choose a free port.
 */
export const FIXED_WORLD = {
  TZ: 'UTC',
  LANG: 'C.UTF-8',
  LC_ALL: 'C.UTF-8',
  LANGUAGE: '',
  PORT: '0',
  SEATTRACE_RANDOM_SEED: process.env['SEATTRACE_RANDOM_SEED'] ?? '20261101',
} as const;
