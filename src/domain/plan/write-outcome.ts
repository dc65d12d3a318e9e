/** What came back from a membership DELETE. */
export interface WriteAnswer {
  /** Null when no answer came. */
  readonly status: number | null;
  /** Code of the organization API or text of Jira, for the ledger. */
  readonly detail: string;
  /** `Retry-After` in seconds, when told. */
  readonly retryAfterSeconds: number | null;
}

export type NextStep =
  | {
      readonly step: 'record';
      readonly outcome: 'sent' | 'blocked';
      readonly note: string;
      readonly owner: 'identity' | 'app' | null;
    }
  /** Read the membership again: gone is `already-gone`, still there is blocked. */
  | { readonly step: 're-read'; readonly note: string }
  /** Read until the membership is gone or 60 seconds have passed; then one new attempt. */
  | { readonly step: 'wait-and-re-read'; readonly note: string }
  /** Ask a harmless read whether the actor's own rights are missing; if so the run stops. */
  | { readonly step: 'check-own-rights'; readonly note: string }
  | { readonly step: 'stop-run'; readonly note: string }
  | { readonly step: 'wait'; readonly seconds: number; readonly note: string };

/** A 429 without `Retry-After`. */
const UNTOLD_WAIT_SECONDS = 30;

/** product.md §8, "A write is sent once": what each answer to a removal means. */
export function judgeWrite({ status, detail, retryAfterSeconds }: WriteAnswer): NextStep {
  if (status === 200 || status === 204)
    return { step: 'record', outcome: 'sent', note: 'Removed.', owner: null };
  if (status === 400 || status === 404)
    return { step: 're-read', note: `Atlassian refused it (${String(status)}).` };
  if (status === 401)
    return { step: 'stop-run', note: 'Atlassian no longer accepts the acting person or key.' };
  if (status === 403 && detail.includes('ADMIN-403-5'))
    return {
      step: 'record',
      outcome: 'blocked',
      note: 'Atlassian says that the group cannot be managed here.',
      owner: 'identity',
    };
  if (status === 403) return { step: 'check-own-rights', note: 'Atlassian refused it (403).' };
  if (status === 429)
    return {
      step: 'wait',
      seconds: retryAfterSeconds ?? UNTOLD_WAIT_SECONDS,
      note: 'Atlassian asks to wait.',
    };
  // An answer that neither says so nor refuses, such as 202, is none.
  if (status === null || status >= 500 || status < 400)
    return { step: 'wait-and-re-read', note: 'Atlassian gave no clear answer.' };
  return {
    step: 'record',
    outcome: 'blocked',
    note: `Atlassian refused it (${String(status)}).`,
    owner: 'app',
  };
}
