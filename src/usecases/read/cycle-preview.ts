import { toIso } from '../../lib/duration';
import { followsRecommendation } from '../../domain/review/fold-cycle';
import { planOpening } from '../../domain/review/plan-opening';
import { planDraft, type DraftTools } from '../draft-cycle';
import { pastOf } from '../open-cycle';
import { loadOrganization } from '../organization-ledger';

interface Wanted {
  readonly products?: readonly string[] | undefined;
}

/** What a review would begin with if this person opened it now, and what the no-response rule would touch. */
export async function previewCycle({ products }: Wanted, accountId: string, tools: DraftTools) {
  const organization = await loadOrganization(tools);
  const { lines, past, snapshot } = await planDraft(products ?? null, organization, tools);
  const { keeps, undecided } = planOpening(lines, pastOf(past, organization), toIso(tools.platform.now()));
  return {
    takenAt: snapshot.header.takenAt,
    lines: lines.length,
    keptUntil: keeps.length,
    routed: lines.length - keeps.length - undecided.length,
    undecided: undecided.length,
    /** Of the undecided lines, those that following the recommendation would send to approval as removals. */
    removals: undecided.filter((facts) =>
      followsRecommendation('follow-recommendation', { facts }, accountId),
    ).length,
    rule: organization.review.noResponse,
  };
}
