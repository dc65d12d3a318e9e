import { AppError } from '../lib/app-error';
import { BUDGETS } from '../lib/budgets';
import { classifySnapshot } from '../domain/classification/classify-snapshot';
import { independentProofs, provePopulation } from '../domain/classification/population';
import type { Actor } from '../domain/evidence/record';
import { lastSignedOff, signedOffReviews, type OrganizationState } from '../domain/organization-state';
import type { BillingPlan } from '../domain/review/calendar';
import type { Cycle, ReviewRules } from '../domain/review/cycle';
import { goneSeats } from '../domain/review/difference';
import type { GoneSeat } from '../domain/review/gone-seat';
import { draftLines } from '../domain/review/draft-lines';
import type { CycleEvent } from '../domain/review/events';
import { emptyCycle } from '../domain/review/fold-cycle';
import type { LineFacts } from '../domain/review/line';
import { coversAll, pastLines } from '../domain/review/past-lines';
import type { Snapshot } from '../domain/snapshot';
import { newId } from '../ports/platform';
import type { SnapshotStore } from '../ports/stores';
import { findCurrentSnapshot } from './current-snapshot';
import { appendToCycle, findCycle } from './cycle-ledger';
import type { LedgerTools } from './organization-ledger';

export interface DraftTools extends LedgerTools {
  readonly snapshots: SnapshotStore;
}

/** A review as it would be drafted now; nothing of it is stored. */
export interface Draft {
  readonly snapshot: Snapshot;
  /** Null for all. */
  readonly products: readonly string[] | null;
  /** Signed-off reviews that it looks back at, newest first. */
  readonly past: readonly Cycle[];
  readonly lines: readonly LineFacts[];
  readonly gone: readonly GoneSeat[];
}

/**
 * Drafts on the last complete snapshot: every seat that is not kept becomes a line (product.md §7).
 * @throws AppError `scan.none`, and `cycle.wrong-state` where the scan cannot be reviewed
 */
export async function planDraft(
  products: readonly string[] | null,
  organization: OrganizationState,
  tools: DraftTools,
): Promise<Draft> {
  const snapshot = await findCurrentSnapshot(tools);
  if (snapshot === undefined)
    throw new AppError('scan.none', 'Scan the organization first: a review rests on a complete scan.');
  if (snapshot.header.depth === 'bulk')
    throw new AppError(
      'cycle.wrong-state',
      'The last scan did not read account facts. Start “Scan now” and open the review when it is complete.',
    );
  refuseReviewedScan(organization, snapshot);
  const past = await findPast(organization, products, tools);
  const seats = classifySnapshot(snapshot);
  const before = pastLines(past, products);
  const lines = draftLines(seats, products, before);
  if (lines.length === 0)
    throw new AppError(
      'cycle.nothing-to-review',
      'There is nothing to review: every seat is in use or protected.',
    );
  return { snapshot, products, past, lines, gone: goneSeats(before, seats, snapshot.header) };
}

/** What a review ended, refused or excepted shows only in a scan after it. */
function refuseReviewedScan(organization: OrganizationState, { header }: Snapshot): void {
  const last = lastSignedOff(organization);
  if (last?.snapshotId === header.id)
    throw new AppError(
      'cycle.wrong-state',
      'The last review rests on this very scan. Start “Scan now” and open the next review when it is complete.',
    );
  if (last !== undefined && header.takenAt < (last.endedAt ?? ''))
    throw new AppError(
      'cycle.wrong-state',
      'The scan began before the last review was signed off. Start “Scan now” and open the next review when it is complete.',
    );
}

/** Signed-off reviews, newest first, until every product under review was covered. */
async function findPast(
  organization: OrganizationState,
  products: readonly string[] | null,
  tools: LedgerTools,
): Promise<Cycle[]> {
  const found: Cycle[] = [];
  for (const entry of signedOffReviews(organization).reverse()) {
    if (coversAll(found, products)) break;
    if (entry.products !== null && coversAll(found, entry.products)) continue;
    const cycle = await findCycle(tools, entry.cycleId);
    if (cycle !== undefined) found.push(cycle);
  }
  return found;
}

/** Writes the draft into a ledger of its own, whose review nobody knows of until the organization's ledger names it. */
export async function writeDraft(
  draft: Draft,
  as: {
    readonly title: string;
    readonly dueAt: string;
    readonly plan?: BillingPlan;
    readonly rehearsal?: true;
  },
  { organization, actor }: { readonly organization: OrganizationState; readonly actor: Actor },
  tools: DraftTools,
): Promise<Cycle> {
  const { header } = draft.snapshot;
  const cycleId = newId(tools.platform, 'cycle');
  let cycle = emptyCycle(cycleId);
  for (const event of [
    {
      kind: 'cycle-drafted' as const,
      cycleId,
      ...as,
      snapshotId: header.id,
      snapshotTakenAt: header.takenAt,
      snapshotHash: await tools.snapshots.hashOf(header.id),
      scanStartedBy: organization.lastScan?.startedBy ?? null,
      rules: rulesOf(organization),
      population: independentProofs(provePopulation(header, classifySnapshot(draft.snapshot))).filter(
        ({ product }) => draft.products?.includes(product) !== false,
      ),
      products: draft.products,
      follows: draft.past.map((each) => each.cycleId),
    },
    ...inRecords(draft.lines).map((lines): CycleEvent => ({ kind: 'lines-added', lines })),
    ...inRecords(draft.gone).map((seats): CycleEvent => ({ kind: 'seats-gone', seats })),
  ])
    cycle = await appendToCycle(tools, cycle, actor, event);
  return cycle;
}

function inRecords<Item>(items: readonly Item[]): Item[][] {
  const size = BUDGETS.linesPerRecord;
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/** The organization's rules as they stand now. */
export function rulesOf(organization: OrganizationState): ReviewRules {
  const { review, calendar, owners, fallback, noResponseBy } = organization;
  const {
    separation,
    noResponse,
    peoplePerRun,
    stopAfterFailures,
    blackout,
    approvers,
    handoffDays,
    assignment,
  } = review;
  return {
    separation,
    noResponse,
    noResponseBy,
    peoplePerRun,
    stopAfterFailures,
    blackout,
    approvers,
    handoffDays,
    noticeDays: calendar.noticeDays,
    owners,
    fallback,
    assignment,
  };
}
