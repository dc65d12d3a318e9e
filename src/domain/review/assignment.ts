/** Whose lines a reviewer looks at first: those of a product, of a group, or of an e-mail domain. */
export interface AssignmentRule {
  readonly match:
    | { readonly product: string }
    /** A group that gives the seat, whichever of its access paths that is. */
    | { readonly groupId: string }
    | { readonly emailDomain: string };
  /** Account id. */
  readonly reviewer: string;
}

/** How lines come to reviewers. It routes work and is no permission: any reviewer may decide any line. */
export interface Assignment {
  /** The first that matches counts. */
  readonly rules: readonly AssignmentRule[];
  /** Takes what no rule gives to anybody, and what is undecided on the due day; null for nobody. */
  readonly fallbackReviewer: string | null;
}

export const NO_ASSIGNMENT: Assignment = { rules: [], fallbackReviewer: null };

export type AssignmentCause = 'rule' | 'fallback' | 'handed-over' | 'escalated';

/** Lines that go to one reviewer, or to nobody, for one cause. */
export interface AssignedLines {
  readonly lines: readonly number[];
  readonly reviewer: string | null;
  readonly because: AssignmentCause;
  readonly note: string;
}

/** E-mail domains that the rules name: a scan matches them while it reads addresses, which it does not keep. */
export function domainsAsked({ rules }: Assignment): string[] {
  return [...new Set(rules.flatMap(({ match }) => ('emailDomain' in match ? [match.emailDomain] : [])))];
}
