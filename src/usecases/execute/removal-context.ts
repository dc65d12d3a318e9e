import { AppError } from '../../lib/app-error';
import type { Actor } from '../../domain/evidence/record';
import { policyInForce } from '../../domain/organization-state';
import type { Policy } from '../../domain/policy';
import type { Cycle } from '../../domain/review/cycle';
import type { Snapshot } from '../../domain/snapshot';
import type { MembershipWriter } from '../../ports/membership-writer';
import type { OrganizationDirectory, Project, SiteDirectory } from '../../ports/site-directory';
import type { Jobs, SnapshotStore } from '../../ports/stores';
import { loadOrganization, type LedgerTools } from '../organization-ledger';

export interface ExecuteTools extends LedgerTools {
  readonly snapshots: SnapshotStore;
  readonly jobs: Jobs;
  readonly jira: SiteDirectory;
  readonly organization: OrganizationDirectory | null;
  readonly writer: MembershipWriter;
}

/** What does not change from one person to the next within a slice. */
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
}

/** Reads it once for each slice. */
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
  const state = await loadOrganization(tools);
  return {
    tools: { ...tools, organization },
    actor,
    snapshot,
    policy: policyInForce(state),
    confirmedGroups: new Set(state.confirmedGroups.map(({ id }) => id)),
    administering: {
      admin: await tools.jira.readAdministeringGroups('admin'),
      siteAdmin: await tools.jira.readAdministeringGroups('site-admin'),
    },
    projects: await readAllProjects(tools.jira),
  };
}

export async function readAllProjects(jira: SiteDirectory): Promise<Project[]> {
  const projects: Project[] = [];
  for (let startAt: number | null = 0; startAt !== null;) {
    const page: Awaited<ReturnType<SiteDirectory['readProjects']>> = await jira.readProjects(startAt);
    projects.push(...page.rows);
    startAt = page.next;
  }
  return projects;
}
