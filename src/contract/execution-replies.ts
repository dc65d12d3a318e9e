import type { Executor } from '../domain/review/run';
import type { Signal } from '../domain/signal';

export interface PlanItem {
  readonly accountId: string;
  readonly lines: readonly number[];
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly ends: readonly string[];
  readonly stays: readonly string[];
  /** What ends and stays in projects, or that nobody read it, as sentences. */
  readonly inProjects: string;
  /** How the person came to know, or that they did not, each as a sentence; empty without notice. */
  readonly notice: readonly string[];
}

export interface PlanView {
  readonly cycleId: string;
  readonly fingerprint: string;
  readonly items: readonly PlanItem[];
  /** Removals that the plan leaves out, each with its cause. */
  readonly skips: readonly { readonly line: number; readonly accountId: string; readonly why: string }[];
  readonly people: number;
  readonly writes: number;
  readonly peoplePerRun: number;
  readonly notChecked: readonly string[];
  /** Groups that a site administrator must confirm as not synced before removals. */
  readonly toConfirm: readonly { readonly id: string; readonly name: string }[];
  /** Whether the caller may start it with each executor; why not, or null. */
  readonly executors: readonly { readonly executor: Executor; readonly mayNotBecause: string | null }[];
  /** The executor to choose unless the caller says otherwise; null when none is possible. */
  readonly proposed: Executor | null;
  /** Whoever made the organization key, as entered in Settings. */
  readonly keyCreatedBy: string | null;
  /** Whether a removal with the stored key was verified. */
  readonly keyIsProven: boolean;
  /** Whether the caller may start it with any, and if not why. */
  readonly mayStart: boolean;
  readonly mayNotBecause: string | null;
}

/** What in Jira depends on a person. Each number is a least: the app's account may not see everything. */
export interface Dependents {
  readonly accountId: string;
  /** Issues that are not done and assigned to the person. */
  readonly issues: Signal<number>;
  /** Keys of projects that the person leads, as the scan of the review read them. */
  readonly leads: Signal<readonly string[]>;
  readonly filters: Signal<number>;
  readonly dashboards: Signal<number>;
}

export interface DependentsView {
  /** One for each person whom the slice reached, at least one. */
  readonly rows: readonly Dependents[];
}

export interface RunView {
  readonly runId: string;
  readonly cycleId: string;
  readonly state: 'running' | 'paused' | 'stopped' | 'ended';
  readonly startedBy: string;
  readonly startedAt: string;
  readonly executor: Executor;
  /** Whoever made the organization key that it is written with; null also where nobody told. */
  readonly keyCreatedBy: string | null;
  readonly people: number;
  readonly done: number;
  readonly sent: number;
  readonly alreadyGone: number;
  readonly blocked: number;
  readonly cancelled: number;
  readonly message: string;
  /** Until when nothing is written, as far as that is known; null when something may be. */
  readonly waitsUntil: string | null;
  readonly items: readonly {
    readonly accountId: string;
    readonly groupId: string | null;
    readonly groupName: string | null;
    readonly outcome: 'sent' | 'already-gone' | 'blocked' | 'cancelled' | 'pending' | 'unclear';
    readonly text: string;
  }[];
}
