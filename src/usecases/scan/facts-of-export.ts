import type { AccountFacts } from '../../domain/account';
import { formatDay } from '../../domain/dates';
import { known, unknown } from '../../domain/signal';
import {
  ELSEWHERE,
  EXPORT_LASTS_DAYS,
  stillCounts,
  type ExportedAccount,
} from '../../domain/user-export/exported-account';
import { markOf } from '../../domain/user-export/read-export';
import type { GroupMember } from '../../ports/site-directory';
import type { ExportedRow } from './rows';

/** The imported user export, looked up by account id or mark. */
export interface ExportInHand {
  readonly exportedOn: string;
  /** Whether it still counts at the time of the scan. */
  readonly counts: boolean;
  readonly people: ReadonlyMap<string, ExportedAccount>;
}

type FactsOfExport = Pick<
  AccountFacts,
  'addedToOrg' | 'lastActive' | 'lastActiveElsewhere' | 'exported' | 'platformRoles'
>;

/** The export of a scan that started at `takenAt`; null when none is imported. */
export function exportInHand(rows: readonly ExportedRow[], takenAt: string): ExportInHand | null {
  const [first] = rows;
  if (first === undefined) return null;
  const { exportedOn } = first;
  return {
    exportedOn,
    counts: stillCounts(exportedOn, takenAt),
    people: new Map(rows.map(({ account }) => [account.person, account])),
  };
}

/** Dates, uses and administration as the export tells them of one person (product.md §12). */
export function factsOfExport(member: GroupMember, exported: ExportInHand | null): FactsOfExport {
  if (exported === null) return untold('Jira tells no dates of use, and no user export is imported');
  const day = formatDay(exported.exportedOn);
  if (!exported.counts)
    return untold(`the user export of ${day} is older than ${String(EXPORT_LASTS_DAYS)} days`);
  const told =
    exported.people.get(member.accountId) ??
    (member.email === undefined ? undefined : exported.people.get(markOf(member.email)));
  if (told === undefined) return untold(`the user export of ${day} does not list the account`);
  const { [ELSEWHERE]: elsewhere = null, ...here } = told.uses;
  return {
    addedToOrg: told.addedToOrg,
    lastActive: known(here),
    lastActiveElsewhere: elsewhere,
    exported: { at: exported.exportedOn, never: told.never, untold: told.untold },
    // What the file names raises suspicion; what it does not name proves nothing.
    platformRoles:
      told.platformRoles.length > 0 ? known(told.platformRoles) : unknown('Jira tells no platform roles'),
  };
}

function untold(reason: string): FactsOfExport {
  return {
    addedToOrg: null,
    lastActive: unknown(reason),
    lastActiveElsewhere: null,
    exported: null,
    platformRoles: unknown('Jira tells no platform roles'),
  };
}
