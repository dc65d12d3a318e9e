import type { AccountFacts } from '../../domain/account';
import { classifyAccount } from '../../domain/classification/classify-account';
import { indexOrganization } from '../../domain/classification/organization-index';
import type { Seat } from '../../domain/seat';
import { known, unknown, type Signal } from '../../domain/signal';
import type { JiraUser, SiteDirectory } from '../../ports/site-directory';
import { assembleSnapshot, readingsOf, type Readings } from './assemble-snapshot';
import type { KindRow } from './rows';
import { tolerate, type Phase, type ScanRun } from './scan-run';

/** Accounts that one call asks for. */
const ACCOUNTS_PER_CALL = 50;

/**
 * What Jira calls the accounts whose seats are not kept: a service or an agent is nobody's colleague, whatever it is
 * named (product.md §5, identity).
 */
export const kindsPhase: Phase = {
  message: 'Reading what kind of account each is',
  async run(scan) {
    const source = 'Jira: users';
    const accounts = accountsWith(scan, await readingsOf(scan, {}), isAsked);
    for (let index = Number(scan.state.cursor ?? '0'); index < accounts.length; index += ACCOUNTS_PER_CALL) {
      if (scan.mustPause || scan.bufferIsFull) await scan.checkpoint({ cursor: String(index) });
      if (scan.mustPause) return false;
      const batch = accounts.slice(index, index + ACCOUNTS_PER_CALL).map(({ accountId }) => accountId);
      await scan.add('kinds', await readKinds(batch, scan.sources.jira));
      scan.count(source, 1, batch.length);
    }
    await scan.note({ source, state: 'read', note: 'kinds of accounts whose seats are not kept' });
    return true;
  },
};

function isAsked(seats: readonly Seat[]): boolean {
  return seats.some(({ verdict }) => verdict !== 'keep' && verdict !== 'protected');
}

/** Accounts whose seats say so, in the order of their ids, which is the same when a later delivery goes on. */
export function accountsWith(
  scan: ScanRun,
  readings: Readings,
  wanted: (seats: readonly Seat[]) => boolean,
): AccountFacts[] {
  const ids = { id: scan.state.scanId, completedAt: '' };
  const { header, accounts } = assembleSnapshot(scan, readings, ids);
  const index = indexOrganization(header);
  return accounts.filter((account) => wanted(classifyAccount(account, index)));
}

/** One row for each account, also where Jira does not know it. */
export async function readKinds(accountIds: readonly string[], jira: SiteDirectory): Promise<KindRow[]> {
  const users = await tolerate(() => jira.readUsers(accountIds));
  return accountIds.map((accountId) => toKind(accountId, users));
}

function toKind(accountId: string, users: Signal<readonly JiraUser[]>): KindRow {
  const untold = unknown('Jira does not tell');
  if (!users.known) return { accountId, appType: users, guest: users };
  const user = users.value.find((each) => each.accountId === accountId);
  return {
    accountId,
    appType: user === undefined ? untold : known(user.appType),
    guest: user === undefined || user.guest === null ? untold : known(user.guest),
  };
}
