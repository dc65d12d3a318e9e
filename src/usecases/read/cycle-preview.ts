import { followsRecommendation } from '../../domain/review/fold-no-response';
import type { OrganizationState } from '../../domain/organization-state';
import { planDraft, type DraftTools } from '../draft-cycle';
import { getDraft, leftTo, openingOf } from '../find-draft';
import { loadOrganization } from '../organization-ledger';

interface Wanted {
  /** A draft; absent for what would be drafted now. */
  readonly cycleId?: string | undefined;
  readonly products?: readonly string[] | undefined;
  readonly rehearsal?: boolean | undefined;
}

/** What a review would begin with if this person opened it now, and what the no-response rule would touch. */
export async function previewCycle(wanted: Wanted, accountId: string, tools: DraftTools) {
  const organization = await loadOrganization(tools);
  const { takenAt, lines, past } = await linesOf(wanted, organization, tools);
  const { keeps, undecided } = openingOf(lines, past, organization, tools.platform.now());
  return {
    takenAt,
    lines: lines.length,
    keptUntil: keeps.length,
    routed: lines.length - keeps.length - undecided.length,
    undecided: undecided.length,
    removals: undecided.filter(
      (facts) =>
        followsRecommendation('follow-recommendation', { facts }) && facts.seat.accountId !== accountId,
    ).length,
    rule: organization.review.noResponse,
  };
}

async function linesOf(
  { cycleId, products, rehearsal = false }: Wanted,
  organization: OrganizationState,
  tools: DraftTools,
) {
  if (cycleId !== undefined) {
    const { cycle, past } = await getDraft(cycleId, organization, tools);
    return {
      takenAt: cycle.snapshotTakenAt,
      lines: cycle.lines.map(({ facts }) => facts),
      past: leftTo(cycle, past),
    };
  }
  const { snapshot, lines, past } = await planDraft(products ?? null, organization, tools);
  return { takenAt: snapshot.header.takenAt, lines, past: leftTo({ rehearsal }, past) };
}
