import { AppError } from '../lib/app-error';
import { DAY_MS, toIso } from '../lib/duration';
import { formatMonth } from '../domain/dates';
import type { Actor } from '../domain/evidence/record';
import { draftsOf, openCycleOf, type OrganizationState } from '../domain/organization-state';
import { phaseOf, type Cycle, type ReviewRules } from '../domain/review/cycle';
import type { CycleEvent } from '../domain/review/events';
import type { Opening } from '../domain/review/plan-opening';
import { assignAtOpening } from './assign-at-opening';
import { appendToCycle, getCycle } from './cycle-ledger';
import { planDraft, rulesOf, writeDraft, type DraftTools } from './draft-cycle';
import { tellEnd, tellUntoldEnds } from './end-cycle';
import { getDraft, leftTo, openingOf } from './find-draft';
import { APP, recordOrganization, type LedgerTools } from './organization-ledger';

export interface OpenCycle {
  /** The draft to open; absent to draft and open at once. */
  readonly cycleId?: string | undefined;
  readonly title?: string | undefined;
  /** Products to review; all when absent. */
  readonly products?: readonly string[] | undefined;
  /** To try it out: nothing is ever executed, and nothing follows from it. */
  readonly rehearsal?: boolean | undefined;
  /** The rule for lines that nobody decides, and how many lines the person saw that it would touch; absent for keeping. */
  readonly noResponse?: { readonly rule: ReviewRules['noResponse']; readonly touches: number } | undefined;
}

/** Opens a draft, or a review on the last complete snapshot, with what earlier reviews left to it (product.md §7). */
export async function openCycle(command: OpenCycle, actor: Actor, tools: DraftTools): Promise<Cycle> {
  const organization = await refuseSecond(command, tools);
  const now = tools.platform.now();
  const rules = ruled(organization, command, actor);
  const dueAt = toIso(now + organization.review.dueDays * DAY_MS);
  if (command.cycleId !== undefined) {
    const { cycle, past } = await getDraft(command.cycleId, organization, tools);
    refuseRehearsalOfDraft(cycle, command);
    const facts = cycle.lines.map((line) => line.facts);
    const opening = openingOf(facts, leftTo(cycle, past), organization, now);
    refuseOtherCount(command, opening);
    const due = cycle.plan === null ? dueAt : cycle.dueAt;
    return begin(cycle, { opening, rules, dueAt: due }, actor, tools);
  }
  const rehearsal = command.rehearsal === true;
  if (!rehearsal) refuseBesideDraft(organization);
  const draft = await planDraft(command.products ?? null, organization, tools);
  const opening = openingOf(draft.lines, leftTo({ rehearsal }, draft.past), organization, now);
  refuseOtherCount(command, opening);
  const title = titleOf(command, draft.snapshot.header.takenAt);
  const as = { title, dueAt, ...(rehearsal && REHEARSAL) };
  const cycle = await writeDraft(draft, as, { organization, actor }, tools);
  return begin(cycle, { opening, rules, dueAt }, actor, tools);
}

/** Records of reviews that count say nothing of it. */
const REHEARSAL = { rehearsal: true } as const;

/** A rehearsal is told by its title wherever one is shown. */
function titleOf({ title, rehearsal }: OpenCycle, takenAt: string): string {
  const named = title ?? `Review of ${formatMonth(takenAt)}`;
  return rehearsal === true ? `Rehearsal: ${named}` : named;
}

/** The draft of the calendar is there to be the review itself. */
function refuseRehearsalOfDraft(draft: Cycle, { rehearsal }: OpenCycle): void {
  if (rehearsal === true && !draft.rehearsal)
    throw new AppError(
      'cycle.wrong-state',
      'A draft cannot be rehearsed: it is the review itself. Open a rehearsal beside it.',
    );
}

interface Beginning {
  readonly opening: Opening;
  readonly rules: ReviewRules;
  readonly dueAt: string;
}

/** The commit point is the organization's ledger: two reviews cannot both be the open one. */
async function begin(cycle: Cycle, held: Beginning, actor: Actor, tools: DraftTools): Promise<Cycle> {
  const { cycleId, snapshotId, title, products } = cycle;
  await recordOrganization(tools, actor, (state) => {
    const open = openCycleOf(state);
    // An opening that broke off is gone on with.
    if (open?.cycleId === cycleId) return null;
    if (open !== undefined)
      throw new AppError('cycle.already-open', 'Another review was opened at this moment.');
    const started = {
      kind: 'cycle-started' as const,
      cycleId,
      snapshotId,
      title,
      dueAt: held.dueAt,
      products,
    };
    return { ...started, ...(cycle.rehearsal && REHEARSAL) };
  });
  const assigned = await assignAtOpening(cycle, held.rules.assignment, tools);
  let opened = cycle;
  for (const event of openingEvents(cycle, held, assigned))
    opened = await appendToCycle(tools, opened, actor, event);
  return opened;
}

function openingEvents(
  { lines }: Cycle,
  { opening, rules, dueAt }: Beginning,
  assigned: readonly CycleEvent[],
): CycleEvent[] {
  const { handoffs, changed, keeps, undecided } = opening;
  return [
    ...(handoffs.length === 0 ? [] : [{ kind: 'handoffs-carried' as const, handoffs, undecided: changed }]),
    ...(keeps.length === 0 ? [] : [{ kind: 'keeps-carried' as const, keeps }]),
    ...assigned,
    {
      kind: 'cycle-opened',
      lines: lines.length,
      noResponseTouches: undecided.length,
      rules,
      dueAt,
    },
  ];
}

/** Whoever chooses the rule at the opening is the decider of the lines that it closes. */
function ruled(
  organization: OrganizationState,
  { noResponse }: OpenCycle,
  { accountId }: Actor,
): ReviewRules {
  const rules = rulesOf(organization);
  if (noResponse === undefined) {
    if (rules.noResponse === 'close-as-kept') return rules;
    throw new AppError(
      'input.invalid',
      'The rule in Settings does more than keep what nobody decides: look at the number of lines that it would touch, and choose it with that number.',
    );
  }
  return { ...rules, noResponse: noResponse.rule, noResponseBy: accountId };
}

/** The rule is chosen on a number that was shown; on another number it would be another choice (product.md §7). */
function refuseOtherCount({ noResponse }: OpenCycle, { undecided }: Opening): void {
  if (noResponse === undefined || noResponse.touches === undecided.length) return;
  throw new AppError(
    'changed-meanwhile',
    `The rule for lines that nobody decides would touch ${String(undecided.length)} lines, not ${String(noResponse.touches)} as was shown. Look again before you choose it.`,
  );
}

/** One review per site is open at a time; one that has ended, or whose opening was never finished, does not count. */
async function refuseSecond({ cycleId }: OpenCycle, tools: LedgerTools): Promise<OrganizationState> {
  const organization = await tellUntoldEnds(tools);
  const entry = openCycleOf(organization);
  if (entry === undefined) return organization;
  const cycle = await getCycle(tools, entry.cycleId);
  if (phaseOf(cycle) !== 'draft')
    throw new AppError(
      'cycle.already-open',
      `“${entry.title}” is open. Sign it off or cancel it before opening another.`,
    );
  if (entry.cycleId === cycleId) return organization;
  // Whoever is still drafting it loses the race for the next record, so that never two are opened.
  const reason = 'Its opening was not finished when another was opened.';
  return tellEnd(await appendToCycle(tools, cycle, APP, { kind: 'cycle-cancelled', reason }), APP, tools);
}

/** One draft stands at a time, and it is for a person to say what becomes of it. */
function refuseBesideDraft(organization: OrganizationState): void {
  const [draft] = draftsOf(organization);
  if (draft !== undefined)
    throw new AppError(
      'cycle.wrong-state',
      `“${draft.title}” is drafted already. Open it, or discard it before opening another.`,
    );
}
