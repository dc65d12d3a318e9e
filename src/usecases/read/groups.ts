import { classifyAccounts } from '../../domain/classification/classify-snapshot';
import { namesOf, type Names } from '../../domain/classification/explain';
import {
  groupEffects,
  type GrantEffect,
  type GroupEffects,
  type GroupFinding,
} from '../../domain/classification/group-effects';
import { indexOrganization, type OrganizationIndex } from '../../domain/classification/organization-index';
import type { PathSource } from '../../domain/seat';
import { getCurrentSnapshot, type SnapshotTools } from '../current-snapshot';
import { loadOrganization } from '../organization-ledger';
import { isInSight, type Sight } from './sight';

export interface GroupFilter {
  readonly product?: string | undefined;
  readonly source?: PathSource | undefined;
  readonly finding?: GroupFinding | undefined;
  /** Part of the name. */
  readonly name?: string | undefined;
  readonly sort: 'name' | 'seats' | 'alone' | 'stale';
  readonly order: 'asc' | 'desc';
  readonly offset: number;
  readonly limit: number;
}

/** Groups that grant a seat: what each grants, who owns it, what hangs on it and what changing it would do. */
export async function listGroups(filter: GroupFilter, sight: Sight, tools: SnapshotTools) {
  const { header, accounts } = await getCurrentSnapshot(tools);
  const index = indexOrganization(header);
  const names = namesOf(header);
  const seen = function* () {
    for (const seat of classifyAccounts(header, accounts)) if (isInSight(seat, sight)) yield seat;
  };
  const { approvedDomains } = await loadOrganization(tools);
  const openTo = (approvedDomains ?? [])
    .filter((each) => isInSight(each, sight))
    .map(({ product }) => product);
  const rows = groupEffects(header.groups, accounts, seen(), openTo)
    .map((effects) => toGroupRow(effects, { index, names, sight }))
    .filter((row) => row.grants.length > 0);
  const found = rows.filter((row) => matches(row, filter)).sort((a, b) => compare(a, b, filter));
  const { offset, limit } = filter;
  return {
    asOf: header.takenAt,
    rows: found.slice(offset, offset + limit),
    total: found.length,
    offset,
    withFindings: rows.filter(({ findings }) => findings.length > 0).length,
    products: header.products
      .filter((product) => product.scope === 'billable' && isInSight({ product: product.key }, sight))
      .map(({ key, name }) => ({ key, name })),
  };
}

interface Seen {
  readonly index: OrganizationIndex;
  readonly names: Names;
  readonly sight: Sight;
}

type GroupRow = ReturnType<typeof toGroupRow>;

function toGroupRow({ group, people, seats, stale, alone, grants, findings }: GroupEffects, seen: Seen) {
  const { index, names, sight } = seen;
  const privilege = index.privilege(group);
  return {
    id: group.id,
    name: group.name,
    people,
    seats,
    stale,
    alone,
    privilege,
    grants: grants
      .filter(({ product }) => isInSight({ product }, sight))
      .map((grant) => ({
        ...grant,
        productName: names.product(grant.product),
        ...index.source(group, grant.product),
        effect: effectInWords(grant, names),
      })),
    findings,
    unread: group.grantsComplete ? null : 'What it grants on other products could not be read.',
  };
}

/** "If it lost its Confluence grant, 41 seats end, 9 of them in use, new or of unknown use." */
export function effectInWords({ product, seats, ending, endingLive }: GrantEffect, names: Names): string {
  const grant = `If it lost its ${names.product(product)} grant`;
  if (seats === 0) return `${grant}, no seat would change.`;
  const seatsInWords = ending === 1 ? '1 seat ends' : `${String(ending)} seats end`;
  if (ending === 0) return `${grant}, no seat ends: all ${String(seats)} have another path.`;
  const live =
    endingLive === 0 ? 'none of them in use' : `${String(endingLive)} of them in use, new or of unknown use`;
  return `${grant}, ${seatsInWords}, ${live}.`;
}

function matches(row: GroupRow, { product, source, finding, name }: GroupFilter): boolean {
  return (
    (product === undefined || row.grants.some((grant) => grant.product === product)) &&
    (source === undefined || row.grants.some((grant) => grant.source === source)) &&
    (finding === undefined || row.findings.includes(finding)) &&
    (name === undefined || row.name.toLowerCase().includes(name.toLowerCase()))
  );
}

/** Rows come in the order of names, which decides between equals. */
function compare(a: GroupRow, b: GroupRow, { sort, order }: GroupFilter): number {
  const sign = order === 'asc' ? 1 : -1;
  if (sort !== 'name') return sign * (a[sort] - b[sort]);
  return sign * (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
}
