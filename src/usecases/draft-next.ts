import { AppError } from '../lib/app-error';
import { DAY_MS, toIso } from '../lib/duration';
import { formatMonth } from '../domain/dates';
import { endOf } from '../domain/days';
import type { OrganizationState } from '../domain/organization-state';
import type { Occasion } from '../domain/review/calendar';
import { draftDue, draftsReplaced } from '../domain/review/next-draft';
import { isEnded, phaseOf } from '../domain/review/cycle';
import { appendToCycle, findCycle } from './cycle-ledger';
import { planDraft, writeDraft, type Draft, type DraftTools } from './draft-cycle';
import { tellEnd } from './end-cycle';
import { APP, loadOrganization, recordOrganization } from './organization-ledger';

/**
 * Drafts the review whose day has come on the scan that has just completed (product.md §7, Calendar). Nobody can
 * decide in it before a reviewer opens it. Repeating it changes nothing.
 */
export async function draftNext(tools: DraftTools): Promise<void> {
  const organization = await loadOrganization(tools);
  const occasion = draftDue(organization, tools.platform.now());
  if (occasion === null) return;
  const draft = await findDraft(occasion, organization, tools);
  if (draft === null) return;
  await endOlderDrafts(organization, occasion, tools);
  const title = `Review of ${formatMonth(draft.snapshot.header.takenAt)}`;
  const { plan } = occasion;
  const dueAt =
    plan === null ? toIso(tools.platform.now() + organization.review.dueDays * DAY_MS) : endOf(plan.decideBy);
  const as = { title, dueAt, ...(plan === null ? {} : { plan }) };
  const cycle = await writeDraft(draft, as, { organization, actor: APP }, tools);
  const { cycleId, snapshotId, products } = cycle;
  await recordOrganization(tools, APP, (state) =>
    draftDue(state, tools.platform.now())?.key !== occasion.key
      ? null
      : { kind: 'cycle-drafted', cycleId, snapshotId, title, dueAt, products, occasion: occasion.key },
  );
}

/**
 * Null where the scan cannot be reviewed, or leaves nothing to review, which is recorded once: whoever misses a review
 * later finds why there was none. The next scan is looked at again.
 */
async function findDraft(
  { key, products }: Occasion,
  organization: OrganizationState,
  tools: DraftTools,
): Promise<Draft | null> {
  try {
    return await planDraft(products, organization, tools);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'cycle.nothing-to-review')
      await recordOrganization(tools, APP, ({ emptyOccasions, lastScan }) =>
        emptyOccasions.includes(key) || lastScan === null
          ? null
          : { kind: 'nothing-to-review', occasion: key, products, snapshotId: lastScan.snapshotId },
      );
    else if (error.code !== 'cycle.wrong-state') throw error;
    return null;
  }
}

/** A draft that another takes the place of is cancelled by the app, so that its day does not count as served. */
async function endOlderDrafts(
  organization: OrganizationState,
  { products }: Occasion,
  tools: DraftTools,
): Promise<void> {
  for (const { cycleId } of draftsReplaced(organization, products, tools.platform.now())) {
    const cycle = await findCycle(tools, cycleId);
    // A person may have opened it since the scan ended: then it is a review, and goes on.
    if (cycle === undefined || !(isEnded(cycle) || phaseOf(cycle) === 'draft')) continue;
    const ended = isEnded(cycle)
      ? cycle
      : await appendToCycle(tools, cycle, APP, {
          kind: 'cycle-cancelled',
          reason: 'A newer draft took its place.',
        });
    await tellEnd(ended, APP, tools);
  }
}
