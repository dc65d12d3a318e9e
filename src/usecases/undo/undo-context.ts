import { AppError } from '../../lib/app-error';
import type { Actor } from '../../domain/evidence/record';
import type { GroupUndo, UndoneMembership } from '../../domain/review/after-removal';
import { linesInUndo } from '../../domain/plan/undo';
import type { Cycle } from '../../domain/review/cycle';
import type { GroupRemoval, Line } from '../../domain/review/line';
import type { SnapshotHeader } from '../../domain/snapshot';
import type { CallerRights, MembershipWriter } from '../../ports/membership-writer';
import type { OrganizationDirectory, SiteDirectory } from '../../ports/site-directory';
import type { Jobs, SnapshotStore } from '../../ports/stores';
import type { AfreshQuestion } from '../afresh-question';
import { loadOrganization, type LedgerTools } from '../organization-ledger';

export interface UndoTools extends LedgerTools {
  readonly snapshots: SnapshotStore;
  readonly jobs: Jobs;
  readonly jira: SiteDirectory;
  /** Null without an organization key: then all is read through Jira. */
  readonly organization: OrganizationDirectory | null;
  readonly rights: CallerRights;
  readonly writer: MembershipWriter;
}

/** What does not change from one membership to the next within a slice. */
export interface UndoContext {
  readonly tools: LedgerTools & Pick<UndoTools, 'jira' | 'organization' | 'rights' | 'writer'>;
  readonly actor: Actor;
  readonly header: SnapshotHeader;
  readonly confirmedGroups: ReadonlySet<string>;
  readonly siteFacts: Pick<AfreshQuestion, 'administering' | 'roles'>;
}

/** One membership to give back. */
export interface UndoQuestion {
  readonly undoId: string;
  readonly accountId: string;
  readonly groupId: string;
}

/** Reads it once for each slice. */
export async function contextOf(cycle: Cycle, actor: Actor, tools: UndoTools): Promise<UndoContext> {
  const header = await meansOf(cycle, tools);
  const { confirmedGroups } = await loadOrganization(tools);
  return {
    tools,
    actor,
    header,
    confirmedGroups: new Set(confirmedGroups.map(({ id }) => id)),
    siteFacts: {
      administering: {
        admin: await tools.jira.readAdministeringGroups('admin'),
        siteAdmin: await tools.jira.readAdministeringGroups('site-admin'),
      },
      roles: tools.organization === null ? await tools.jira.readApplicationRoles() : [],
    },
  };
}

const KEY_NEEDED =
  'This review rests on what the organization key told. Without the key nothing of that can be checked before an undo. Store one in Settings.';

/**
 * What an undo cannot be made without; asked for before one is begun.
 * @throws AppError `key.missing` where the review was drafted with one, or `undo.not-allowed` where its snapshot is gone
 */
export async function meansOf(
  { snapshotId }: Pick<Cycle, 'snapshotId'>,
  { organization, snapshots }: Pick<UndoTools, 'organization' | 'snapshots'>,
): Promise<SnapshotHeader> {
  const header = await snapshots.findHeader(snapshotId);
  if (header === undefined)
    throw new AppError('undo.not-allowed', 'The snapshot that this review rests on is gone.');
  if (organization === null && header.mode === 'org-key') throw new AppError('key.missing', KEY_NEEDED);
  return header;
}

/** How one membership stands. */
export interface StandingUndo {
  readonly group: GroupUndo;
  readonly removal: GroupRemoval;
  readonly isStopped: boolean;
  /** The lines of the person that the group is given back to. */
  readonly of: UndoneMembership;
}

/** Undefined where the undo is not about this membership, or not any more. */
export function standingOf(cycle: Cycle, question: UndoQuestion): StandingUndo | undefined {
  const { undoId, accountId, groupId } = question;
  const concerned = linesInUndo(cycle, undoId).filter(
    (line) => line.facts.seat.accountId === accountId && groupIn(line, groupId) !== undefined,
  );
  const [line] = concerned;
  const group = line && groupIn(line, groupId);
  const removal = line?.removals.find((each) => each.groupId === groupId);
  if (line === undefined || group === undefined || removal === undefined) return undefined;
  const lines = concerned.map(({ facts }) => facts.line);
  return { group, removal, isStopped: line.undo?.stoppedAt !== null, of: { ...question, lines } };
}

function groupIn({ undo }: Line, groupId: string): GroupUndo | undefined {
  return undo?.groups.find((group) => group.groupId === groupId);
}
