import { AppError } from '../../lib/app-error';
import { MINUTE_MS, toIso } from '../../lib/duration';
import type { Actor } from '../../domain/evidence/record';
import { policyInForce, type OrganizationState } from '../../domain/organization-state';
import type { Policy } from '../../domain/policy';
import type { Cycle } from '../../domain/review/cycle';
import type { Snapshot } from '../../domain/snapshot';
import type { CallerRights, MembershipWriter } from '../../ports/membership-writer';
import type { OrganizationDirectory, Project, SiteDirectory } from '../../ports/site-directory';
import type { ExportStore, Jobs, SnapshotStore } from '../../ports/stores';
import { findUserExport } from '../import-user-export';
import { loadOrganization, type LedgerTools } from '../organization-ledger';
import type { AfreshQuestion } from '../afresh-question';
import { exportInHand, type ExportInHand } from '../scan/facts-of-export';
import { KEY_NEEDED } from './means-of-checking';
import { readRecentAdditions, type JoinedOf } from './recent-additions';

/** How long what no person has to themselves is taken for true: longer than a slice, which reads it anew anyway. */
const FRESH_MS = MINUTE_MS;

export interface ExecuteTools extends LedgerTools {
  readonly snapshots: SnapshotStore;
  readonly exports: ExportStore;
  readonly jobs: Jobs;
  readonly jira: SiteDirectory;
  /** Null without an organization key: then all is read through Jira. */
  readonly organization: OrganizationDirectory | null;
  readonly rights: CallerRights;
  readonly writer: MembershipWriter;
}

/** What removals rest on beside the people themselves. */
export interface RemovalContext {
  readonly tools: LedgerTools & Pick<ExecuteTools, 'jira' | 'organization' | 'rights' | 'writer'>;
  readonly actor: Actor;
  readonly snapshot: Snapshot;
  readonly policy: Policy;
  readonly confirmedGroups: ReadonlySet<string>;
  readonly siteFacts: SiteFacts;
  /** The import that `exported` is of; null where none is. */
  readonly importId: string | null;
  /** Null with an organization key, which tells of last use itself, and where no export is imported. */
  readonly exported: ExportInHand | null;
  /** Read when the first person asks: what only waits needs none of it. */
  readonly joinedOf: () => Promise<JoinedOf>;
  /** Unix milliseconds. */
  readonly readAt: number;
}

/**
 * As it is when the next person's turn comes: the organization's own rules anew each time, what Atlassian tells for
 * everybody once it is older than a slice.
 */
export async function refreshed(
  context: RemovalContext,
  tools: ExecuteTools,
  cycle: Cycle,
): Promise<RemovalContext> {
  const { actor, readAt, importId } = context;
  const state = await loadOrganization(tools);
  const isOld = tools.platform.now() - readAt >= FRESH_MS;
  if (isOld || importIdOf(state) !== importId) return contextOf(cycle, actor, tools);
  return { ...context, ...rulesOf(state) };
}

function rulesOf(state: OrganizationState): Pick<RemovalContext, 'policy' | 'confirmedGroups'> {
  return {
    policy: policyInForce(state),
    confirmedGroups: new Set(state.confirmedGroups.map(({ id }) => id)),
  };
}

function importIdOf({ userExport }: OrganizationState): string | null {
  return userExport?.importId ?? null;
}

/** @throws AppError `key.missing` when the review was drafted with one, or `run.not-allowed` when its snapshot is gone */
export async function contextOf(cycle: Cycle, actor: Actor, tools: ExecuteTools): Promise<RemovalContext> {
  const { organization } = tools;
  const snapshot = await tools.snapshots.find(cycle.snapshotId);
  if (snapshot === undefined)
    throw new AppError('run.not-allowed', 'The snapshot that this review rests on is gone.');
  if (organization === null && snapshot.header.mode === 'org-key')
    throw new AppError('key.missing', KEY_NEEDED);
  let joinedOf: Promise<JoinedOf> | undefined;
  const state = await loadOrganization(tools);
  return {
    tools,
    actor,
    snapshot,
    ...rulesOf(state),
    joinedOf: () => (joinedOf ??= readRecentAdditions(snapshot, tools)),
    readAt: tools.platform.now(),
    siteFacts: await readSiteFacts(tools),
    importId: importIdOf(state),
    exported: organization === null ? await takeExport(state, tools) : null,
  };
}

/** The newest import: one that came after the review was drafted counts, one that grew too old meanwhile does not. */
async function takeExport(
  state: OrganizationState,
  { exports, platform }: ExecuteTools,
): Promise<ExportInHand | null> {
  const found = await findUserExport(state, exports);
  if (found === null) return null;
  const { exportedOn, accounts } = found;
  const rows = accounts.map((account) => ({ exportedOn, account }));
  return exportInHand(rows, toIso(platform.now()));
}

type SiteFacts = Pick<AfreshQuestion, 'administering' | 'projects' | 'roles'>;

/** Who administers Jira through which groups, every project, and without an organization key what gives Jira apps. */
export async function readSiteFacts({
  jira,
  organization,
}: Pick<ExecuteTools, 'jira' | 'organization'>): Promise<SiteFacts> {
  const [admin, siteAdmin, projects, roles] = await Promise.all([
    jira.readAdministeringGroups('admin'),
    jira.readAdministeringGroups('site-admin'),
    readAllProjects(jira),
    organization === null ? jira.readApplicationRoles() : [],
  ]);
  return { administering: { admin, siteAdmin }, projects, roles };
}

async function readAllProjects(jira: SiteDirectory): Promise<Project[]> {
  const projects: Project[] = [];
  for (let startAt: number | null = 0; startAt !== null;) {
    const page: Awaited<ReturnType<SiteDirectory['readProjects']>> = await jira.readProjects(startAt);
    projects.push(...page.rows);
    startAt = page.next;
  }
  return projects;
}
