import { beforeAll, describe, expect, test } from 'vitest';

import { findChainFault } from '../../src/domain/evidence/hash-chain';
import type { CycleRecord } from '../../src/domain/review/fold-cycle';
import type { Review } from './a-review';
import { aBusyReview, CAST } from './storm/cast';
import { foldedOf, linesOf, markOf, recordsOf, stepsOf, type Step } from './storm/evidence';
import { storm, type Attempt } from './storm/storm';

const WAVES = 200;

let review: Review;
let attempts: Attempt[];
let steps: Step[];
let records: CycleRecord[];

beforeAll(async () => {
  review = await aBusyReview();
  const { length } = recordsOf(review);
  attempts = await storm(review, WAVES, 20_261_102);
  records = recordsOf(review);
  steps = stepsOf(review.cycleId, records).slice(length);
}, 180_000);

const keyOf = (by: string | null, kind: string | null, mark: string): string =>
  `${String(by)} ${String(kind)} ${mark}`;

function tally(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

const keysOf = (chosen: (attempt: Attempt) => boolean): string[] =>
  attempts
    .filter((each) => each.kind !== null && chosen(each))
    .map(({ by, kind, mark }) => keyOf(by, kind, mark));

const recorded = (): string[] =>
  records.flatMap(({ actor, event }) => {
    const mark = markOf(event);
    return mark === null ? [] : [keyOf(actor.accountId, event.kind, mark)];
  });

/** Who changed one of these lines after what was seen and before this record, somebody else alone. */
function unseenBy(step: Step, seen: number, lines: readonly number[]): number[] {
  const { sequence, actor } = step.record;
  return steps.flatMap(({ record, changed }) =>
    record.sequence > seen &&
    record.sequence < sequence &&
    record.actor.accountId !== actor.accountId &&
    changed.some((line) => lines.includes(line))
      ? [record.sequence]
      : [],
  );
}

describe('Ten people, two thousand actions, and storage that fails', () => {
  test('do what people do, and meet each other', () => {
    expect(attempts).toHaveLength(WAVES * CAST.length);
    const done = tally(records.map(({ event }) => event.kind));
    for (const kind of ['lines-decided', 'decision-undone', 'lines-approved', 'lines-returned'] as const)
      expect(done.get(kind), kind).toBeGreaterThan(20);
    for (const kind of ['handoffs-answered', 'run-started', 'removal-observed', 'lines-verified'] as const)
      expect(done.get(kind), kind).toBeGreaterThan(2);
    const refusals = tally(attempts.map(({ reply }) => (reply?.ok === false ? reply.code : 'other')));
    expect(refusals.get('changed-meanwhile')).toBeGreaterThan(50);
    expect(attempts.filter(({ reply }) => reply === null).length).toBeGreaterThan(5);
  });

  test('leave each thing that was answered with ok in the ledger exactly once, by that person', () => {
    const inLedger = tally(recorded());
    const least = tally(keysOf(({ reply }) => reply?.ok === true));
    const most = tally(keysOf(({ reply }) => reply?.ok !== false));
    const wrong = [...new Set([...inLedger.keys(), ...least.keys()])].filter((key) => {
      const count = inLedger.get(key) ?? 0;
      return count < (least.get(key) ?? 0) || count > (most.get(key) ?? 0);
    });
    expect(wrong).toEqual([]);
  });

  test('change no line that somebody else changed since they looked', () => {
    const blind = steps.filter((step) => {
      const { actor, event } = step.record;
      const mark = markOf(event);
      const mine = attempts.filter(
        ({ by, kind, mark: own, reply, lines }) =>
          by === actor.accountId &&
          kind === event.kind &&
          own === mark &&
          reply?.ok !== false &&
          lines.length > 0,
      );
      return mine.length > 0 && mine.every(({ seen, lines }) => unseenBy(step, seen, lines).length > 0);
    });
    expect(blind.map(({ record }) => record.sequence)).toEqual([]);
  });

  test('are told who was faster: somebody else who did change that line after they looked', () => {
    const told = attempts.flatMap(({ reply, by, seen }) => {
      const found = /^Line (\d+) was changed meanwhile by (\S+|the app)\. /.exec(
        reply?.ok === false && reply.code === 'changed-meanwhile' ? reply.message : '',
      );
      return found === null ? [] : [{ by, seen, line: Number(found[1]), other: found[2] }];
    });
    const wrong = told.filter(
      ({ by, seen, line, other }) =>
        other === by ||
        !steps.some(
          ({ record, changed }) =>
            record.sequence > seen &&
            changed.includes(line) &&
            (record.actor.accountId ?? 'the app') === other,
        ),
    );
    expect(told.length).toBeGreaterThan(50);
    expect(wrong).toEqual([]);
  });

  test('keep duties apart on every line', () => {
    const broken = steps.flatMap(({ record: { actor, event, sequence }, before }) =>
      linesOf(event).flatMap((number) => {
        const line = before.lines[number - 1];
        const own = line?.facts.seat.accountId === actor.accountId && markOf(event) !== null;
        const alone =
          event.kind === 'lines-approved' && line?.deciders.includes(actor.accountId ?? '') === true;
        return (own && event.kind !== 'deciding-ended') || alone ? [{ sequence, number }] : [];
      }),
    );
    expect(broken).toEqual([]);
  });

  test('let nobody through who may only read', () => {
    const auditor = CAST.at(-1)?.accountId;
    const theirs = attempts.filter(({ by }) => by === auditor);
    expect(theirs.filter(({ reply }) => reply?.ok === true)).toEqual([]);
    expect(records.filter(({ actor }) => actor.accountId === auditor)).toEqual([]);
  });

  test('leave a chain without a fault', async () => {
    expect(findChainFault(records)).toBeNull();
    const { cycleId, site } = review;
    expect((await site.get('admin', 'get-evidence', { cycleId })).chainIntact).toBe(true);
  });

  test('leave what the records alone tell, for everybody to see', async () => {
    const { lines, sequence, headHash } = foldedOf(review, records);
    const view = await review.view();
    expect({ sequence: view.sequence, headHash: view.headHash }).toEqual({ sequence, headHash });
    const shown = (await review.lines()).map(({ line, state, outcome, decision, approvedBy }) => ({
      line,
      state,
      outcome,
      decision: decision?.decision ?? null,
      by: decision?.by ?? null,
      approvedBy,
    }));
    expect(shown).toEqual(
      lines.map(({ facts, state, outcome, decision, approvedBy }) => ({
        line: facts.line,
        state,
        outcome,
        decision: decision?.kind ?? null,
        by: decision?.by ?? null,
        approvedBy,
      })),
    );
  });
});
