/** A standing rule made before a cycle: these seats are left alone until it expires (product.md §2). */
export interface Exemption {
  readonly match:
    | { readonly account: string }
    | { readonly group: string }
    | { readonly emailDomain: string }
    | { readonly namePattern: string };
  /** Absent: every product. */
  readonly product?: string | undefined;
  /** ISO 8601 UTC. */
  readonly expires: string;
  readonly reason: string;
  readonly owner: string;
  /** Compensating control. */
  readonly control?: string | undefined;
  /** Who stands behind it; absent where it was saved with the policy, or is an exception of a review. */
  readonly approval?:
    | {
        readonly id: string;
        readonly askedBy: string;
        /** ISO 8601 UTC. */
        readonly askedAt: string;
        readonly approvedBy: string;
        readonly approvedAt: string;
      }
    | undefined;
}

export interface Thresholds {
  readonly thresholdDays: number;
  readonly newDays: number;
}

/** What an organization decided about its own seats (product.md §5). */
export interface Policy extends Thresholds {
  readonly perProduct: Readonly<Record<string, Thresholds>>;
  readonly words: readonly string[];
  /** Account ids that are technical whatever they are called. */
  readonly technical: readonly string[];
  readonly unmanaged: 'ask-business' | 'local';
  readonly jsmOnCall: 'yes' | 'no' | 'unanswered';
  readonly exemptions: readonly Exemption[];
  /** E-mail domains by which lines are assigned, matched while addresses are read; absent when there are none. */
  readonly emailDomains?: readonly string[];
}

/** The rules of a policy without its exemptions and what follows from other settings, which have their own way. */
export type PolicyRules = Omit<Policy, 'exemptions' | 'emailDomains'>;

export const DEFAULT_WORDS: readonly string[] =
  'svc service bot automation integration api jenkins ci robot noreply donotreply system sync build deploy backup monitor monitoring webhook webhooks scanner test shared serviceaccount apiuser helpdesk github gitlab azure zapier terraform'.split(
    ' ',
  );

export const DEFAULT_RULES: PolicyRules = {
  thresholdDays: 90,
  newDays: 30,
  perProduct: {},
  words: DEFAULT_WORDS,
  technical: [],
  unmanaged: 'ask-business',
  jsmOnCall: 'unanswered',
};

export const DEFAULT_POLICY: Policy = { ...DEFAULT_RULES, exemptions: [] };

/** The thresholds that hold for one product, in days. */
export function thresholdsOf(policy: Policy, product: string): Thresholds {
  return policy.perProduct[product] ?? policy;
}
