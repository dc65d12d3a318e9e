import { afterAll, beforeEach, expect, test } from 'vitest';

import { aForgeWorld } from './a-forge-world';

const written: unknown[] = [];
const original = console.log;

// In place before the first host, which counts what comes by on its way here.
console.log = (line: unknown) => void written.push(line);
beforeEach(() => void written.splice(0));
afterAll(() => {
  console.log = original;
});

const full = 'The log of this invocation is full; its further lines are dropped.';

/** Writes so many lines; an app's code reaches the console as it is at that moment. */
function write(count: number, line = 'line'): void {
  for (let i = 0; i < count; i += 1) console.log(line);
}

test('a resolver, which has less than a minute, writes 100 lines', async () => {
  const { run } = await aForgeWorld();
  await run(() => Promise.resolve(write(120)));
  expect(written).toHaveLength(101);
  expect(written.at(-1)).toBe(full);
});

test('a function of 15 minutes writes 1,500 lines', async () => {
  const { host } = await aForgeWorld(() => ({ hourly: () => write(1_600) }));
  await host.trigger('seattrace-hourly');
  expect(written).toHaveLength(1_501);
});

test('nobody writes more than 200 KB', async () => {
  const { run } = await aForgeWorld();
  await run(() => Promise.resolve(write(5, 'x'.repeat(50 * 1_024))));
  expect(written).toHaveLength(5);
  expect(written.at(-1)).toBe(full);
});

test('the next invocation begins anew, and what is outside of any is not counted', async () => {
  const { run } = await aForgeWorld();
  await run(() => Promise.resolve(write(120)));
  await run(() => Promise.resolve(write(50)));
  write(200);
  expect(written).toHaveLength(101 + 50 + 200);
});
