import type { CheckedRemoval, MembershipEvent, UndoOutcome } from '../../domain/review/after-removal';
import { AppError } from '../../lib/app-error';
import { SECOND_MS, toIso } from '../../lib/duration';
import type { TimeLeft } from '../../ports/platform';
import type { AccountFacts } from '../../domain/account';
import { accessByProduct, holdingsOf, isSeatHolding } from '../../domain/classification/access';
import { indexOrganization } from '../../domain/classification/organization-index';
import { approvedToEnd } from '../../domain/plan/ends-together';
import type { FreshReading } from '../../domain/plan/pre-flight';
import { corroborationOf, doorOf } from '../../domain/plan/rebound';
import { notTold, verifyRemoval, type Before } from '../../domain/plan/verification';
import type { Cycle } from '../../domain/review/cycle';
import { groupsGivenBack } from '../../domain/review/fold-undo';
import type { Line } from '../../domain/review/line';
import type { SnapshotHeader } from '../../domain/snapshot';
import type { OrganizationDirectory, SiteDirectory } from '../../ports/site-directory';
import type { SnapshotStore } from '../../ports/stores';
import { isAccountGone } from '../read-membership';
import { readSiteFacts } from '../execute/removal-context';
import { loadPolicy, type LedgerTools } from '../organization-ledger';
import { readAccountAfresh } from '../read-account-afresh';
import { readMembershipEvents } from '../read-membership-events';

/** Requests to the organization that one account's reading may need. */
const REQUESTS_RESERVE = 30;
/** Time that must be left for recording what was read, and for one more account that takes as long as the longest. */
const TIME_RESERVE_MS = 5 * SECOND_MS;

interface UndoChecked {
  readonly line: number;
  readonly outcome: UndoOutcome;
  readonly note: string;
}

/** Looks at one line; `later` when this invocation may not ask the organization for more. */
export interface Verifier {
  readonly check: (line: Line) => Promise<CheckedRemoval | 'later'>;
  readonly checkUndo: (line: Line) => Promise<UndoChecked | 'later'>;
}

interface VerifierTools extends LedgerTools {
  readonly timeLeft: TimeLeft;
  readonly snapshots: SnapshotStore;
  readonly jira: SiteDirectory;
  readonly organization: OrganizationDirectory | null;
}

/** Reads what all lines need once: projects, administering groups, and the log's events since the oldest removal. */
export async function createVerifier(cycle: Cycle, tools: VerifierTools): Promise<Verifier> {
  const { organization, jira } = tools;
  const requestsLeft = (): number => organization?.requestsLeft() ?? Number.MAX_SAFE_INTEGER;
  const snapshot = await tools.snapshots.find(cycle.snapshotId);
  if (snapshot === undefined) return UNREADABLE;
  const accounts = new Map(snapshot.accounts.map((account) => [account.accountId, account]));
  const policy = await loadPolicy(tools);
  const siteFacts = await readSiteFacts(tools);
  const events = await readMembershipEvents(oldestAttempt(cycle), {
    organization,
    jira,
    header: snapshot.header,
  });
  const now = (): string => toIso(tools.platform.now());
  let longest = 0;
  const read = async (line: Line): Promise<Looked | 'later'> => {
    if (requestsLeft() < REQUESTS_RESERVE) return 'later';
    if (tools.timeLeft() < TIME_RESERVE_MS + longest) return 'later';
    const begun = tools.platform.now();
    const looked = await look(line);
    longest = Math.max(longest, tools.platform.now() - begun);
    return looked;
  };
  const look = async ({ facts }: Line): Promise<Looked | 'later'> => {
    const { accountId } = facts.seat;
    const frozen = { header: snapshot.header, account: accounts.get(accountId) };
    try {
      const question = { accountId, frozen, policy, ...siteFacts, rolesByJira: true };
      const reading = await readAccountAfresh(question, { jira, organization, now });
      if (reading !== undefined) return reading;
      return (await isAccountGone(accountId, { jira, organization })) ? 'account-gone' : null;
    } catch (error) {
      if (error instanceof AppError && error.code === 'time.short') return 'later';
      if (error instanceof AppError && !error.code.startsWith('storage.')) return null;
      throw error;
    }
  };
  return {
    async check(line) {
      const reading = await read(line);
      if (reading === 'later') return 'later';
      const found = corroborated(line, events?.removed ?? []);
      const told = { line: line.facts.line, ...(found.length === 0 ? {} : { events: found }) };
      if (reading === 'account-gone') return { ...told, outcome: 'access-gone', note: ACCOUNT_GONE };
      const account = accounts.get(line.facts.seat.accountId);
      const verified = verifyRemoval(line, reading, beforeRemoval(cycle, snapshot.header, account, reading));
      const door = reading === null ? null : doorOf(line, verified.outcome, reading, events?.added ?? null);
      return {
        ...told,
        ...verified,
        ...(door === null ? {} : { door }),
      };
    },
    async checkUndo(line) {
      const reading = await read(line);
      return reading === 'later' ? 'later' : { line: line.facts.line, ...isBack(line, reading) };
    },
  };
}

/** Null where the account could not be read, which proves nothing. */
type Looked = FreshReading | 'account-gone' | null;

const ACCOUNT_GONE = 'Neither Jira nor the organization knows the account any more.';

/** What the removals rest on is gone: that proves nothing, and is said. */
const UNREADABLE: Verifier = {
  check: (line) => Promise.resolve({ line: line.facts.line, ...verifyRemoval(line, null) }),
  checkUndo: (line) => Promise.resolve({ line: line.facts.line, ...isBack(line, null) }),
};

function oldestAttempt({ lines }: Cycle): string | null {
  const attempts = lines.flatMap(({ removals }) => removals.map(({ attemptedAt }) => attemptedAt));
  return attempts.sort()[0] ?? null;
}

/** Events that match removals of the line and were not found before. */
function corroborated({ facts, removals }: Line, log: readonly MembershipEvent[]) {
  const { accountId } = facts.seat;
  return removals.flatMap(({ groupId, attemptedAt, state, event }) => {
    if (state !== 'sent' || event !== null) return [];
    const match = corroborationOf({ accountId, groupId, attemptedAt }, log);
    return match === null ? [] : [{ groupId, ...match }];
  });
}

/** What a re-reading proves of an undo: every membership that was added is there, and so is the product. */
function isBack(line: Line, reading: Looked): Pick<UndoChecked, 'outcome' | 'note'> {
  if (reading === 'account-gone') return { outcome: 'not-back', note: ACCOUNT_GONE };
  if (reading === null) return { outcome: 'unverifiable', note: 'The account could not be read again.' };
  const { account, header } = reading;
  const { seat } = line.facts;
  const missing = groupsGivenBack(line).filter((id) => !account.groupIds.includes(id));
  const access = accessByProduct(holdingsOf(account, indexOrganization(header))).get(seat.product) ?? [];
  if (missing.length > 0) return { outcome: 'not-back', note: 'A membership that was added is not there.' };
  const untold = notTold(seat.product, header);
  if (untold !== null) return { outcome: 'unverifiable', note: untold };
  return access.some(isSeatHolding)
    ? { outcome: 'access-back', note: `Access to ${seat.product} is back.` }
    : { outcome: 'not-back', note: `The memberships are back, but not access to ${seat.product}.` };
}

/** What the organization told before, Jira alone does not tell now: compared, it would pass for ended. */
function beforeRemoval(
  cycle: Cycle,
  header: SnapshotHeader,
  account: AccountFacts | undefined,
  reading: FreshReading | null,
): Before {
  const isComparable = header.mode === 'jira-only' || reading?.header.mode === 'org-key';
  if (account === undefined || !isComparable) return { products: [], approvedToEnd: new Set() };
  const lines = cycle.lines.filter(
    ({ facts, removals }) => facts.seat.accountId === account.accountId && removals.length > 0,
  );
  const products = [...accessByProduct(holdingsOf(account, indexOrganization(header))).keys()];
  return { products, approvedToEnd: approvedToEnd(lines) };
}
