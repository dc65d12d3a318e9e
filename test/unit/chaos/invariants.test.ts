import { describe, expect, it } from 'vitest';
import { brokenBy, type InvariantName } from '../../chaos/invariants/all-invariants';
import type { Observed } from '../../chaos/observed';
import {
  aCall,
  anObservedRun,
  attemptedAt,
  minutesLater,
  preFlight,
  started,
  verified,
} from '../../builders/an-observed-run';
import { EXECUTOR } from '../../builders/review';
import { aReview } from '../../builders/a-review';
import { aCleanup } from '../../builders/a-seat';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const JIRA = 'jira-software';
const removal = [...preFlight(1), aCall(5)];
const ago = (ms: number): number => attemptedAt() - ms;

const broken = (observed: Observed): InvariantName[] => brokenBy(observed).map(({ invariant }) => invariant);
const provenance = (managedBy: string, at: number) => ({
  at,
  change: { do: 'set-provenance' as const, group: 'local', provenance: { managedBy } },
});
const grant = (product: string, role: 'user' | 'admin') => ({
  at: ago(HOUR_MS),
  change: { do: 'change-grant' as const, group: 'local', product, role, granted: true },
});

describe('A run is safe', () => {
  it('that read, recorded, removed and verified what was approved', () => {
    expect(broken(anObservedRun())).toEqual([]);
  });

  it('that wrote to a group before it could show that it is synced now', () => {
    expect(broken(anObservedRun({ changes: [provenance('external', ago(1_000))] }))).toEqual([]);
  });

  it('that sent a removal again after a minute of no answer and a look', () => {
    const look = { method: 'GET', path: '/rest/api/3/user/groups', query: { accountId: 'ada' }, status: 200 };
    const review = started.write('unclear').write('sent').endRun().verify('access-gone');
    const second = { at: minutesLater(2), invocation: 'resolver-2' };
    const calls = [
      ...[...preFlight(1), aCall(5, { status: null, fault: 'timeout' }), aCall(6, { ...look, ...second })],
      ...[...preFlight(7, second), aCall(11, second)],
    ];
    const observed = anObservedRun({ review, calls });
    expect(broken(observed).filter((name) => name === 'no-blind-repeat')).toEqual([]);
  });

  it('that people gave up with a reason', () => {
    expect(
      broken(anObservedRun({ review: started, calls: [], removed: false, gaveUp: 'No answer.' })),
    ).toEqual([]);
  });
});

describe('A run is broken', () => {
  it.each<readonly [string, InvariantName, Observed]>([
    ...['external', 'team-members', 'something-new'].map(
      (owner) =>
        [
          `that wrote to a group managed by ${owner}`,
          'no-forbidden-group',
          anObservedRun({ changes: [provenance(owner, ago(HOUR_MS))] }),
        ] as const,
    ),
    [
      'that wrote to a group that gives administration',
      'no-forbidden-group',
      anObservedRun({ changes: [grant(JIRA, 'admin')] }),
    ],
    [
      'that wrote anything but a membership',
      'nothing-else-written',
      anObservedRun({ calls: [...removal, aCall(6, { path: '/rest/api/3/user' })] }),
    ],
    [
      'that added somebody to a group',
      'only-own-removals-given-back',
      anObservedRun({
        calls: [
          ...removal,
          aCall(6, { method: 'POST', query: { groupId: 'x' }, body: { accountId: 'ada' } }),
        ],
      }),
    ],
    ...[0, 1, 2, 3].map(
      (missing) =>
        [
          `that left out reading ${String(missing)} before a write`,
          'read-before-write',
          anObservedRun({ calls: removal.filter((_, index) => index !== missing) }),
        ] as const,
    ),
    [
      'that read in another invocation only',
      'read-before-write',
      anObservedRun({ calls: [...preFlight(1, { invocation: 'resolver-0' }), aCall(5)] }),
    ],
    [
      'that sent a removal again after it was carried out',
      'no-blind-repeat',
      anObservedRun({ calls: [...removal, aCall(6, { at: minutesLater(0.5) })] }),
    ],
    [
      'that sent a removal again without a look',
      'no-blind-repeat',
      anObservedRun({
        review: started.write('unclear').write('sent').endRun(),
        calls: [...preFlight(1), aCall(5, { status: null }), aCall(6, { at: minutesLater(2) })],
      }),
    ],
    [
      'that wrote without a run',
      'no-write-unapproved',
      anObservedRun({ records: verified.records.filter(({ event }) => event.kind !== 'run-started') }),
    ],
    [
      'that wrote without an approval',
      'no-write-unapproved',
      anObservedRun({ records: verified.records.filter(({ event }) => event.kind !== 'lines-approved') }),
    ],
    [
      'that wrote although the approval was taken back',
      'no-write-unapproved',
      anObservedRun({
        review: started
          .record('bram', { kind: 'lines-returned', lines: [1], reason: 'Not sure' })
          .write('sent')
          .endRun(),
        calls: [...preFlight(1), aCall(5, { at: minutesLater(1) })],
      }),
    ],
    [
      'that wrote although the line was cancelled',
      'no-write-unapproved',
      anObservedRun({
        review: started.cancelRemoval('a fact could not be read').write('sent').endRun(),
        calls: [...preFlight(1), aCall(5, { at: minutesLater(1) })],
      }),
    ],
    [
      'that ended what nobody approved',
      'nothing-else-ended',
      anObservedRun({ changes: [grant('confluence', 'user')] }),
    ],
    [
      'that ended what was seen in use',
      'nothing-else-ended',
      anObservedRun({
        changes: [{ at: ago(2 * DAY_MS), change: { do: 'activity', account: 'ada', product: JIRA } }],
      }),
    ],
    [
      'that did not record a write before it was sent',
      'every-write-recorded',
      anObservedRun({ records: verified.records.filter(({ event }) => event.kind !== 'removal-attempted') }),
    ],
    [
      'that did not record what came of a write',
      'every-write-recorded',
      anObservedRun({
        review: started
          .record(EXECUTOR, {
            kind: 'removal-attempted',
            runId: 'cycle-1.run-1',
            ...{ accountId: 'ada', groupId: 'local', lines: [1], attempt: 1 },
          })
          .cancelRemoval('a fact could not be read')
          .endRun(),
      }),
    ],
    ['that recorded a write which was never sent', 'every-record-happened', anObservedRun({ calls: [] })],
    [
      'that recorded another answer than came',
      'every-record-happened',
      anObservedRun({ calls: [...preFlight(1), aCall(5, { status: 403 })] }),
    ],
    ['that verified as gone what is there', 'every-verification-true', anObservedRun({ removed: false })],
    [
      'whose ledger lost a record',
      'every-chain-whole',
      anObservedRun({ records: verified.records.filter(({ sequence }) => sequence !== 3) }),
    ],
    [
      'whose ledger was changed',
      'every-chain-whole',
      anObservedRun({ records: verified.records.map((record) => ({ ...record, nonce: 'ff' })) }),
    ],
    [
      'that left a line behind without a reason',
      'every-line-ends',
      anObservedRun({ review: aReview({ seats: [aCleanup('ada')] }), calls: [], removed: false }),
    ],
    [
      'whose run never ended',
      'every-line-ends',
      anObservedRun({ review: started, calls: [], removed: false }),
    ],
    [
      'that people gave up without a reason',
      'every-line-ends',
      anObservedRun({ review: started, calls: [], removed: false, gaveUp: '' }),
    ],
  ])('%s', (_, invariant, observed) => {
    expect(broken(observed)).toContain(invariant);
  });
});
