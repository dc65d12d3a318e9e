import { exemptionCoverage } from '../../domain/classification/exemption-coverage';
import { exemptionState, type RegisteredExemption } from '../../domain/exemptions/register';
import { obstacleToAnswer } from '../../domain/exemptions/rulings';
import type { OrganizationState } from '../../domain/organization-state';
import type { Exemption } from '../../domain/policy';
import { byCodeUnit } from '../../lib/order';
import { toIso } from '../../lib/duration';
import { findCurrentHeader, getCurrentSnapshot, type SnapshotTools } from '../current-snapshot';
import type { LedgerTools } from '../organization-ledger';
import { isInSight, type Sight } from './sight';

/** Every exemption with its way, the newest first, as `accountId` may answer them. */
export async function viewExemptions(
  { exemptions }: OrganizationState,
  accountId: string,
  tools: LedgerTools & SnapshotTools,
) {
  const groups = (await findCurrentHeader(tools))?.groups ?? [];
  const names = new Map(groups.map(({ id, name }) => [id, name]));
  const now = toIso(tools.platform.now());
  return {
    rows: exemptions.map((entry) => toRow(entry, { accountId, now, names })).reverse(),
    groups: groups.map(({ id, name }) => ({ id, name })).sort((a, b) => byCodeUnit(a.name, b.name)),
  };
}

interface Seen {
  readonly accountId: string;
  readonly now: string;
  readonly names: ReadonlyMap<string, string>;
}

function toRow(entry: RegisteredExemption, { accountId, now, names }: Seen) {
  const { id, exemption, asked, answered, ended } = entry;
  const { match, product = null, expires, reason, owner, control = null } = exemption;
  const state = exemptionState(entry, now);
  return {
    ...{ exemptionId: id, state, product, expires, reason, owner, control, asked, answered, ended },
    match: toMatch(match, names),
    obstacle: state === 'waiting' ? (obstacleToAnswer(entry, accountId, now) ?? '') : '',
  };
}

function toMatch(match: Exemption['match'], names: ReadonlyMap<string, string>) {
  if ('account' in match) return { kind: 'account' as const, value: match.account, name: null };
  if ('group' in match)
    return { kind: 'group' as const, value: match.group, name: names.get(match.group) ?? null };
  if ('emailDomain' in match) return { kind: 'emailDomain' as const, value: match.emailDomain, name: null };
  return { kind: 'namePattern' as const, value: match.namePattern, name: null };
}

/** Never reached while a preview is made: an exemption that is asked about has no day yet. */
const FAR_DAY = '9999-12-31T00:00:00.000Z';

/** Whom an exemption would cover, of the last scan, as far as the caller sees. Changes nothing. */
export async function previewExemption(
  covered: Pick<Exemption, 'match' | 'product'>,
  sight: Sight,
  tools: SnapshotTools,
) {
  const snapshot = await getCurrentSnapshot(tools);
  const exemption = { ...covered, expires: FAR_DAY, reason: '', owner: '' };
  return {
    asOf: snapshot.header.takenAt,
    covers: exemptionCoverage(snapshot, exemption, (seat) => isInSight(seat, sight)),
    isPartial: !isWhollySeen(covered, sight),
  };
}

/** Whether somebody sees every seat that an exemption may cover: nobody approves what they may not see. */
export function isWhollySeen({ product }: Pick<Exemption, 'product'>, sight: Sight): boolean {
  return product === undefined ? sight === 'all' : isInSight({ product }, sight);
}
