import { AppError } from '../../lib/app-error';
import { MINUTE_MS } from '../../lib/duration';
import type { Actor } from '../../domain/evidence/record';
import { policyInForce, type OrganizationState } from '../../domain/organization-state';
import type { Policy } from '../../domain/policy';
import type { Cycle } from '../../domain/review/cycle';
import type { Snapshot } from '../../domain/snapshot';
import type { MembershipWriter } from '../../ports/membership-writer';
import type { OrganizationDirectory, Project, SiteDirectory } from '../../ports/site-directory';
import type { Jobs, SnapshotStore } from '../../ports/stores';
import { loadOrganization, type LedgerTools } from '../organization-ledger';
import { readRecentAdditions, type JoinedOf } from './recent-additions';

/** How long what no person has to themselves is taken for true: longer than a slice, which reads it anew anyway. */
const FRESH_MS = MINUTE_MS;

export interface ExecuteTools extends LedgerTools {
  readonly snapshots: SnapshotStore;
  readonly jobs: Jobs;
  readonly jira: SiteDirectory;
  readonly organization: OrganizationDirectory | null;
  readonly writer: MembershipWriter;
}

/** What removals rest on beside the people themselves. */
export interface RemovalContext {
  readonly tools: LedgerTools & {
    readonly jira: SiteDirectory;
    readonly organization: OrganizationDirectory;
    readonly writer: MembershipWriter;
  };
  readonly actor: Actor;
  readonly snapshot: Snapshot;
  readonly policy: Policy;
  readonly confirmedGroups: ReadonlySet<string>;
  readonly administering: { readonly admin: readonly string[]; readonly siteAdmin: readonly string[] };
  readonly projects: readonly Project[];
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
  const { actor, readAt } = context;
  if (tools.platform.now() - readAt >= FRESH_MS) return contextOf(cycle, actor, tools);
  return { ...context, ...rulesOf(await loadOrganization(tools)) };
}

function rulesOf(state: OrganizationState): Pick<RemovalContext, 'policy' | 'confirmedGroups'> {
  return {
    policy: policyInForce(state),
    confirmedGroups: new Set(state.confirmedGroups.map(({ id }) => id)),
  };
}

/** @throws AppError `key.missing`, or `run.not-allowed` when the review's snapshot is gone */
export async function contextOf(cycle: Cycle, actor: Actor, tools: ExecuteTools): Promise<RemovalContext> {
  const { organization } = tools;
  if (organization === null)
    throw new AppError(
      'key.missing',
      'Without the organization key nothing can be checked before a removal.',
    );
  const snapshot = await tools.snapshots.find(cycle.snapshotId);
  if (snapshot === undefined)
    throw new AppError('run.not-allowed', 'The snapshot that this review rests on is gone.');
  let joinedOf: Promise<JoinedOf> | undefined;
  return {
    tools: { ...tools, organization },
    actor,
    snapshot,
    ...rulesOf(await loadOrganization(tools)),
    joinedOf: () => (joinedOf ??= readRecentAdditions(snapshot, { ...tools, organization })),
    readAt: tools.platform.now(),
    ...(await readSiteFacts(tools.jira)),
  };
}

/** Who administers Jira through which groups, and every project. */
export async function readSiteFacts(
  jira: SiteDirectory,
): Promise<Pick<RemovalContext, 'administering' | 'projects'>> {
  const [admin, siteAdmin, projects] = await Promise.all([
    jira.readAdministeringGroups('admin'),
    jira.readAdministeringGroups('site-admin'),
    readAllProjects(jira),
  ]);
  return { administering: { admin, siteAdmin }, projects };
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
