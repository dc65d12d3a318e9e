import type { GroupFinding } from '../domain/classification/group-effects';
import type { ImpactSeverity } from '../domain/classification/group-impact';
import type { PathSource } from '../domain/seat';
import type { Page } from './seat-replies';

export interface GroupGrantRow {
  readonly product: string;
  readonly productName: string;
  readonly isDefault: boolean;
  readonly source: PathSource;
  /** The fact that decided the source. */
  readonly why: string;
  readonly inferred: boolean;
  /** Seats with a path through the group, and those without any other. */
  readonly seats: number;
  readonly ending: number;
  readonly endingLive: number;
  /** What would end if the group lost this grant, as a sentence. */
  readonly effect: string;
}

export interface GroupRow {
  readonly id: string;
  readonly name: string;
  /** Members whose accounts bill. */
  readonly people: number;
  readonly seats: number;
  readonly stale: number;
  /** Seats that hang on this group alone. */
  readonly alone: number;
  readonly privilege: 'privileged' | 'plain' | 'unread';
  readonly grants: readonly GroupGrantRow[];
  readonly findings: readonly GroupFinding[];
  /** What could not be read of it, else null. */
  readonly unread: string | null;
}

export interface GroupList extends Page<GroupRow> {
  readonly asOf: string;
  readonly withFindings: number;
  readonly products: readonly { readonly key: string; readonly name: string }[];
}

/** One role, or the permissions that one scheme gives, and the projects in which the group holds them. */
export interface GroupUseRow {
  /** "Project role *Contractors*", "Permission scheme *Default*: *Browse projects*". */
  readonly what: string;
  readonly projects: readonly string[];
  /** Whether Jira told the group's id there, or the very same name alone. */
  readonly matchedBy: 'id' | 'name';
  /** What becomes of the people in the group who bill: "ends for 3 people, stays for 1". */
  readonly effect: string;
}

export interface GroupUseView {
  readonly severity: ImpactSeverity;
  readonly summary: string;
  readonly rows: readonly GroupUseRow[];
  /** Since the reading before, each a sentence. */
  readonly changes: readonly string[];
  /** What was read, what could not be, and what nobody reads. */
  readonly coverage: readonly string[];
}
