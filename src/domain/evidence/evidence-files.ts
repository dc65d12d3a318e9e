import { explainSeat, type Names } from '../classification/explain';
import type { Cycle } from '../review/cycle';
import { rungOf } from '../money/rung';
import { changeOf, differenceOf } from '../review/difference';
import type { CycleEvent } from '../review/events';
import { lastNotice, type Line, type LineAssignment } from '../review/line';
import type { AccessPath, Seat } from '../seat';
import type { SnapshotHeader } from '../snapshot';
import { toCsv, type Cell } from './csv';
import type { LedgerRecord } from './record';
import { SCOPE } from './sign-off-statement';

/** Every seat of the snapshot, kept and protected ones too. */
export function populationCsv(of: Pick<Cycle, 'rehearsal'>, seats: readonly Seat[], names: Names): string {
  const columns = [
    'account_id',
    'product',
    'activity',
    'last_active_at',
    'verdict',
    'reason',
    'owners',
    'privilege',
    'identity',
    'claim',
    'paths',
    'removal_set',
    'else_ends',
    'marks',
    'not_checked',
    'explanation',
  ];
  return toCsv({
    of,
    columns,
    rows: seats.map((seat) => [
      seat.accountId,
      seat.product,
      seat.activity,
      seat.lastActiveAt,
      seat.verdict,
      seat.reason,
      seat.owners.join(' '),
      seat.privilege.join(' '),
      seat.identity,
      seat.claim,
      pathsInCell(seat.paths),
      seat.removalSet.map(names.group).join(' '),
      seat.elseEnds.map(({ product, live }) => `${product}${live ? ' (live)' : ''}`).join(' '),
      seat.marks.join(' '),
      seat.notChecked.join('; '),
      explainSeat(seat, names),
    ]),
  });
}

const LINE_COLUMNS = [
  'line',
  'account_id',
  'product',
  'verdict',
  'reason',
  'state',
  'outcome',
  'cause',
  'assignee',
  'assignments',
  'decision',
  'decided_by',
  'decided_at',
  'decision_reason',
  'note',
  'until',
  'control',
  'exception_owner',
  'approved_by',
  'approved_in_place_of',
  'approved_at',
  'override',
  'notice',
  'noticed_at',
  'notice_why',
  'claim',
  'claimed_at',
  'executor',
  'removed_at',
  'verification',
  'verified_at',
  'saving',
  'carried_from',
  'carried_to',
  'carried_due',
  'change',
  'before_review',
  'before_line',
  'before_decision',
  'before_outcome',
  'explanation',
];

/** Every line with its whole way: who decided what and why, who approved, what was removed and what proved it. */
export function linesCsv(cycle: Cycle, names: Names): string {
  return toCsv({
    of: cycle,
    columns: LINE_COLUMNS,
    rows: cycle.lines.map((line) => lineCells(cycle, line, names)),
  });
}

/** Cells in the order of the columns. */
function lineCells(cycle: Cycle, line: Line, names: Names): Cell[] {
  const { facts, decision, override } = line;
  const last = line.verifications.at(-1);
  const notice = lastNotice(line);
  return [
    facts.line,
    facts.seat.accountId,
    facts.seat.product,
    facts.seat.verdict,
    facts.seat.reason,
    line.state,
    line.outcome,
    line.cause,
    line.assignee,
    line.assignments.map(assignmentInCell).join('; '),
    decision?.kind ?? null,
    decision?.by ?? null,
    decision?.at ?? null,
    decision?.reason ?? null,
    decision?.note ?? null,
    decision?.until ?? null,
    decision?.control ?? null,
    decision?.owner ?? null,
    line.approvedBy,
    line.approvedInsteadOf,
    line.approvedAt,
    override === null ? null : `${override.rule}: ${override.reason}`,
    notice?.how ?? null,
    notice?.at ?? null,
    notice?.why ?? null,
    line.claim?.note ?? null,
    line.claim?.at ?? null,
    line.executor,
    line.removedAt,
    last?.outcome ?? null,
    last?.at ?? null,
    rungOf(line),
    facts.carriedFrom,
    line.carriedTo?.owner ?? null,
    line.carriedTo?.dueAt ?? null,
    changeOf(cycle, line),
    facts.before?.cycleId ?? null,
    facts.before?.line ?? null,
    facts.before?.decision ?? null,
    facts.before?.outcome ?? null,
    explainSeat(facts.seat, names),
  ];
}

/** "2026-11-03T09:00:00.000Z handed-over by ADA to BOB: a note". */
function assignmentInCell({ reviewer, because, by, at, note }: LineAssignment): string {
  return `${at} ${because} by ${by} to ${reviewer ?? 'nobody'}: ${note}`;
}

/** Every removal that was sent, with the records that prove it. */
export function removalsCsv(
  cycle: Cycle,
  records: readonly LedgerRecord<CycleEvent>[],
  names: Names,
): string {
  const columns = [
    'run',
    'account_id',
    'group_id',
    'group',
    'lines',
    'outcome',
    'status',
    'note',
    'at',
    'record',
    'record_hash',
    'checks',
    'audit_event_at',
    'audit_event_by',
    'audit_log',
  ];
  const rows = records.flatMap(({ event, at, sequence, hash }) => {
    if (event.kind !== 'removal-observed') return [];
    const checks = event.lines.flatMap((number) => cycle.lines[number - 1]?.verifications ?? []);
    return [
      [
        event.runId,
        event.accountId,
        event.groupId,
        names.group(event.groupId),
        event.lines.join(' '),
        event.outcome,
        event.status,
        event.note,
        at,
        sequence,
        hash,
        checks.map((check) => `${check.check} ${check.at} ${check.outcome}`).join('; '),
        ...corroborationCells(cycle, event),
      ],
    ];
  });
  return toCsv({ of: cycle, columns, rows });
}

/** When and by whom the audit log tells the removal; says so where it does not, or where nothing was sent. */
function corroborationCells(
  { lines }: Cycle,
  { groupId, lines: numbers, outcome }: Extract<CycleEvent, { kind: 'removal-observed' }>,
): [at: string | null, by: string | null, log: string | null] {
  if (outcome !== 'sent') return [null, null, null];
  const own = numbers.flatMap((number) => lines[number - 1] ?? []);
  const removals = own.flatMap((line) => line.removals);
  const event = removals.find((each) => each.groupId === groupId && each.event !== null)?.event ?? null;
  if (event !== null) return [event.at, event.by, event.log];
  const isLookedAt = own.some(({ verifications }) => verifications.length > 0);
  return [isLookedAt ? 'not corroborated' : 'not looked for yet', null, null];
}

/** Rules, proof, sources, handoffs and sign-off of one review. */
export function cycleDocument(cycle: Cycle, header: SnapshotHeader) {
  const {
    cycleId,
    title,
    rehearsal,
    openedAt,
    openedBy,
    dueAt,
    snapshotId,
    snapshotHash,
    rules,
    population,
    acknowledged,
    products: reviewed,
    follows,
    gone,
    handoffs,
    notice,
    runs,
    signedOff,
    headHash,
    sequence,
  } = cycle;
  const { takenAt, completedAt, mode, site, otherSites, policy, products, sources, accountCount } = header;
  return {
    format: 'seattrace-cycle/1',
    scope: SCOPE,
    cycle: {
      cycleId,
      title,
      rehearsal,
      openedAt,
      openedBy,
      dueAt,
      products: reviewed,
      rules,
      signedOff,
      records: sequence,
      headHash,
    },
    snapshot: {
      snapshotId,
      snapshotHash,
      takenAt,
      completedAt,
      mode,
      site,
      otherSites,
      accountCount,
      products,
      sources,
    },
    policy,
    population: population.map((proof) => ({ ...proof, acknowledged: acknowledged[proof.product] ?? null })),
    difference: { follows, counts: differenceOf(cycle), gone },
    handoffs,
    notice,
    runs: runs.map(({ items, ...run }) => ({ ...run, people: items.length })),
  };
}

/** "local: contractors (user); scim: idp-staff (user)". */
export function pathsInCell(paths: readonly AccessPath[]): string {
  return paths
    .map(({ source, groupName, via, role }) => `${source}: ${groupName ?? via} (${role})`)
    .join('; ');
}
