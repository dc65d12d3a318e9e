import { beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { resolvers, type ResolverName } from '../../src/contract/resolvers';
import { people } from './a-seed';
import { aReview, type Review } from './a-review';
import { everyPayload } from './every-payload';

const NAMES = Object.keys(resolvers) as ResolverName[];
const NO_OBJECTS: readonly unknown[] = ['text', 7, true, [], [{}]];

let review: Review;
beforeAll(async () => {
  review = await aReview();
});
// So many calls of one person would be too many for the platform's limits on a minute.
beforeEach(() => review.site.host.advance('PT1M'));

async function expectRefused(
  name: ResolverName,
  payloads: readonly unknown[],
  code = 'input.invalid',
): Promise<void> {
  const { site } = review;
  const before = site.stored();
  for (const payload of payloads) {
    const reply = await site.ask('admin', name, payload);
    const told = reply.ok ? 'accepted' : reply.error.code;
    expect({ payload, told }).toEqual({ payload, told: code });
  }
  expect(site.stored()).toEqual(before);
}

describe('A payload that is no object is refused and changes nothing', () => {
  test.each(NAMES)('%s', (name) => expectRefused(name, NO_OBJECTS));
});

/** A part of a user export may have 100,000 characters; every other text far fewer. */
const LONGER_THAN_ANY_FIELD = 'x'.repeat(100_001);

/** The accepted payload with each of its fields broken in turn. */
function broken(name: ResolverName): unknown[] {
  const valid = everyPayload[name] as Readonly<Record<string, unknown>> | undefined;
  return Object.keys(valid ?? {}).flatMap((field) =>
    [{ wrong: true }, null, Number.MAX_VALUE, [[]], LONGER_THAN_ANY_FIELD]
      // Null is right where the accepted payload has it.
      .filter((value) => value !== valid?.[field])
      .map((value) => ({ ...valid, [field]: value })),
  );
}

describe('A field of a wrong type or size is refused and changes nothing', () => {
  const withFields = NAMES.filter((name) => broken(name).length > 0);
  test.each(withFields)('%s', (name) => expectRefused(name, broken(name)));
});

describe('A missing field is refused', () => {
  const OPTIONAL: readonly string[] = ['get-cycle', 'get-evidence', 'open-cycle'];
  const demanding = NAMES.filter((name) => broken(name).length > 0 && !OPTIONAL.includes(name));
  test.each(demanding)('%s', (name) => expectRefused(name, [{}]));
});

describe('Lines', () => {
  const LINES: readonly ResolverName[] = [
    'decide-lines',
    'assign-lines',
    'undo-decision',
    'approve-lines',
    'return-lines',
  ];
  const withLines = (name: ResolverName, lines: unknown): unknown => ({
    ...(everyPayload[name] as object),
    cycleId: review.cycleId,
    lines,
  });

  test.each(LINES)('of %s must be given, be whole numbers and not too many', (name) => {
    const huge = Array.from({ length: 20_000 }, (_, index) => index + 1);
    const wrong = [[], huge, [0], [-1], [1.5], ['1'], [null], [[1]], 1, { 0: 1 }, [1e21]];
    return expectRefused(
      name,
      wrong.map((lines) => withLines(name, lines)),
    );
  });

  test.each(LINES)('of %s that the review does not have are refused', (name) =>
    expectRefused(name, [withLines(name, [999]), withLines(name, [1, 999])], 'line.not-found'),
  );
});

test('a review that does not exist is said to be none', async () => {
  for (const name of ['list-lines', 'decide-lines', 'approve-lines', 'get-plan', 'sign-off'] as const)
    await expectRefused(name, [everyPayload[name]], 'cycle.not-found');
});

test('the organization’s own ledger is no review', async () => {
  const cycleId = 'org';
  await review.site.host.advance('PT1M');
  const asked = NAMES.filter((name) => 'cycleId' in (everyPayload[name] ?? {}));
  for (const name of asked) {
    await expectRefused(name, [{ ...everyPayload[name], cycleId }], 'cycle.not-found');
  }
  await expectRefused('get-cycle', [{ cycleId }], 'cycle.not-found');
  await expectRefused('run-slice', [{ runId: 'org.run-0000000000000000' }], 'cycle.not-found');
});

test.each(['../../org', 'org', 'ledger:org:1', 'fold', '', ' '])(
  'the id “%s” reaches no other ledger than a review’s',
  async (cycleId) => {
    const reply = await review.site.ask('admin', 'get-cycle', { cycleId });
    expect(reply.ok).toBe(false);
    const command = { ...everyPayload['decide-lines'], cycleId };
    expect((await review.site.ask('admin', 'decide-lines', command)).ok).toBe(false);
  },
);

test('a run id that names no run is refused', async () => {
  const { site, cycleId } = review;
  for (const runId of [`${cycleId}.run-none`, cycleId, '.'])
    expect((await site.ask('admin', 'run-slice', { runId })).ok).toBe(false);
});

test('text that looks like markup or a formula is kept as text', async () => {
  const { line } = await review.lineOf(people.casey);
  const note = '=HYPERLINK("https://evil.example") <script>alert(1)</script>';
  await review.decide('admin', [line], 'keep', { reason: 'still-needed', note });
  expect((await review.lineOf(people.casey)).decision?.note).toBe(note);
  const { text } = await review.file('lines.csv');
  expect(text).not.toMatch(/(^|,|")=HYPERLINK/m);
});
