import { chainRecord } from '../../src/domain/evidence/hash-chain';
import type { Cycle } from '../../src/domain/review/cycle';
import { AppError } from '../../src/lib/app-error';
import type { OrganizationDirectory, OrganizationUser } from '../../src/ports/site-directory';
import type { RemovalContext } from '../../src/usecases/execute/removal-context';
import { earlierAttempt, lookAgain, sendOnce } from '../../src/usecases/execute/write-once';
import { aHeader, aPolicy } from './a-header';
import { aPlatform } from './a-platform';
import { aReview } from './a-review';
import { aCleanup } from './a-seat';
import { aReading } from './a-world';
import { EXECUTOR } from './review';
import { TAKEN_AT } from './times';

/** A run that is to remove Ada from one group. */
export const running = aReview({ seats: [aCleanup('ada')] })
  .decide([1], 'remove')
  .approve([1])
  .startRun();
export const QUESTION = { runId: 'cycle-1.run-1', accountId: 'ada', groupId: 'local', lines: [1] };

export interface Answers {
  readonly status?: number | null;
  readonly retryAfterSeconds?: number | null;
  /** Whether the account is in the group when somebody looks; null when that cannot be read. */
  readonly member?: boolean | null;
  /** Whether the acting person still may write. */
  readonly mayStillWrite?: boolean;
  /** Whether the organization still says that the starter administers it. */
  readonly administers?: boolean;
  /** Without an organization key: what Jira tells the starter, and which groups administer the site. */
  readonly keyless?: { readonly systemAdmin: boolean; readonly siteAdminGroups: readonly string[] };
  /** Unix milliseconds; when the snapshot was taken unless told. */
  readonly now?: number;
  /** How far another tab of the same person has come in the meantime. */
  readonly meanwhile?: Cycle;
}

/** Only what these tests may touch; anything else fails on use. */
function only<Whole extends object>(part: Partial<Whole>): Whole {
  return new Proxy(part as Whole, {
    get(target, name) {
      if (!(name in target)) throw new Error(`${String(name)} is not part of this test`);
      return Reflect.get(target, name) as unknown;
    },
  });
}

function aStarter(platformRoles: readonly string[]): OrganizationUser {
  return {
    accountId: EXECUTOR,
    accountType: 'atlassian',
    accountStatus: 'active',
    membershipStatus: 'active',
    claim: 'managed',
    synced: false,
    addedToOrg: null,
    name: 'Emil',
    email: undefined,
    platformRoles,
    lastUse: null,
    groupIds: null,
  };
}

/** Takes every record, or none on what is no longer the newest: then the newest is as `meanwhile` has it. */
function aLedger(meanwhile?: Cycle): RemovalContext['tools']['ledger'] {
  return only<RemovalContext['tools']['ledger']>({
    append: ({ ledger, sequence, headHash: hash }, entry) =>
      sequence < (meanwhile?.sequence ?? 0)
        ? Promise.reject(new AppError('storage.conflict', 'Somebody else was first.'))
        : Promise.resolve(chainRecord({ ledger, sequence, hash }, entry)),
    load: <State>() => Promise.resolve(meanwhile as State),
  });
}

/** A run of the executor against a site that answers like this; it starts when the snapshot was taken. */
export function aContext(answers: Answers): RemovalContext {
  const { status = 204, retryAfterSeconds = null, member = true } = answers;
  const { mayStillWrite = true, administers = true } = answers;
  const { now = Date.parse(TAKEN_AT) } = answers;
  const { systemAdmin = false, siteAdminGroups = [] } = answers.keyless ?? {};
  const rights = { administersJira: true, systemAdmin, approves: true, readsEvidence: true };
  const groups = member === true ? [{ id: 'local', name: 'local' }] : [];
  return {
    tools: {
      platform: { ...aPlatform(), now: () => now },
      ledger: aLedger(answers.meanwhile),
      jira: only<RemovalContext['tools']['jira']>({
        readGroupsOf: () =>
          member === null
            ? Promise.reject(new AppError('atlassian.unavailable', 'no answer'))
            : Promise.resolve(groups),
        readAdministeringGroups: () => Promise.resolve(siteAdminGroups),
      }),
      organization:
        answers.keyless === undefined
          ? only<OrganizationDirectory>({
              findUser: () => Promise.resolve(aStarter(administers ? ['org-admin'] : [])),
            })
          : null,
      rights: { readGlobalPermissions: () => Promise.resolve(rights) },
      writer: {
        remove: () => Promise.resolve({ status, detail: '', retryAfterSeconds }),
        add: () => Promise.reject(new Error('nothing is given back here')),
        mayStillWrite: () => Promise.resolve(mayStillWrite),
      },
    },
    actor: { accountId: EXECUTOR, role: 'executor', proof: 'read now' },
    snapshot: { header: aHeader(), accounts: [] },
    policy: aPolicy(),
    confirmedGroups: new Set(),
    siteFacts: { administering: { admin: [], siteAdmin: [] }, projects: [], roles: [] },
    importId: null,
    exported: null,
    joinedOf: () => Promise.resolve(() => ({})),
    readAt: now,
  };
}

/** Sends the removal once; the cycle with what came of it. */
export const send = (answers: Answers, cycle: Cycle = running.cycle) =>
  sendOnce(cycle, { ...QUESTION, reading: aReading() }, aContext(answers));
export const removalIn = ({ lines }: Cycle) => lines[0]?.removals[0];

/** Looks again at what became of the removal, with these answers. */
export async function look(cycle: Cycle, answers: Answers) {
  const earlier = earlierAttempt(cycle, QUESTION);
  if (earlier === undefined) throw new Error('nothing was begun');
  const { step, cycle: next } = await lookAgain(cycle, QUESTION, aContext(answers), earlier);
  return { step, removal: removalIn(next) };
}
