import { z } from 'zod';
import { evidenceDownload, sample, sampleDownload } from './evidence-payloads';
import { dependedOn, undoing } from './execution-payloads';
import { filterName, savedFilter } from './filter-payloads';
import { accountId, id, isoTime, lines, note, ownerClass, product, reason, seen } from './scalars';
import { answerKind, assigning, deciding, listingLines, opening, starting, verdict } from './review-payloads';
import {
  approvedDomains,
  assignment,
  calendar,
  coveredByExemption,
  exemptionRequest,
  exportPart,
  MOST_EXPORT_PARTS,
  owners,
  policy,
  review,
} from './settings-payloads';
import { ORDERS, PATH_SOURCES, SEAT_SORTS } from './words';

/**
 * Who may call (product.md §1); checked afresh on each call, as the user.
 * `self` is anybody, about their own account alone. `reader` is whoever reviews, approves or audits.
 */
export type Access =
  | 'self'
  | 'reader'
  | 'reviewer'
  | 'approver'
  /** An approver, or somebody in whose favour one delegated. */
  | 'approver-or-delegate'
  | 'sign-off'
  | 'site-admin'
  | 'auditor';

const page = { offset: z.int().min(0).default(0), limit: z.int().min(1).max(100).default(25) };
const nothing = z.object({}).optional();

interface Definition {
  readonly access: Access;
  readonly payload: z.ZodType;
}

/** Every function that a page may invoke. Payloads are untrusted: parsed here, never read otherwise. */
export const resolvers = {
  // One's own account
  'get-session': { access: 'self', payload: nothing },
  'get-my-seats': { access: 'self', payload: nothing },
  /** "I still need this": about the caller's own seat, whatever else the payload says. */
  'claim-seat': { access: 'self', payload: z.object({ product, note: reason }) },

  // Scan and seats
  'get-overview': { access: 'reader', payload: nothing },
  'start-scan': { access: 'reviewer', payload: nothing },
  'get-scan': { access: 'reader', payload: nothing },
  'list-seats': {
    access: 'reader',
    payload: z.object({
      product: product.optional(),
      verdict: verdict.optional(),
      reason: z.string().max(60).optional(),
      source: z.enum(PATH_SOURCES).optional(),
      groupId: id.optional(),
      accountId: accountId.optional(),
      sort: z.enum(SEAT_SORTS).default('last-active'),
      order: z.enum(ORDERS).default('asc'),
      ...page,
    }),
  },
  'get-seat': { access: 'reader', payload: z.object({ accountId, product }) },
  'get-seat-history': { access: 'reader', payload: z.object({ accountId, product }) },
  'list-groups': {
    access: 'reader',
    payload: z.object({
      product: product.optional(),
      source: z.enum(['team', 'scim', 'default', 'local', 'unknown']).optional(),
      finding: z
        .enum([
          'synced-and-default',
          'default-for-several',
          'admin-group-grants-seat',
          'default-without-people',
          'lets-people-in',
        ])
        .optional(),
      name: z.string().trim().min(1).max(200).optional(),
      sort: z.enum(['name', 'seats', 'alone', 'stale']).default('seats'),
      order: z.enum(['asc', 'desc']).default('desc'),
      ...page,
    }),
  },
  /** Where a group is used in projects, and what leaving it ends there. */
  'get-group-use': { access: 'reader', payload: z.object({ groupId: id }) },
  'list-flags': { access: 'reader', payload: nothing },
  'dismiss-flag': { access: 'reviewer', payload: z.object({ flagId: id, reason }) },

  // Review
  'list-cycles': { access: 'auditor', payload: nothing },
  'get-cycle': { access: 'reader', payload: z.object({ cycleId: id.optional() }).optional() },
  /** What a review would begin with, and how many lines the no-response rule would touch. Changes nothing. */
  'preview-cycle': {
    access: 'reviewer',
    payload: opening.pick({ cycleId: true, products: true, rehearsal: true }).optional(),
  },
  'open-cycle': { access: 'reviewer', payload: opening },
  'cancel-cycle': { access: 'reviewer', payload: z.object({ cycleId: id, reason }) },
  'list-lines': { access: 'reader', payload: listingLines },
  /** Seats that had a line in the last signed-off review and have none now. */
  'list-gone': { access: 'reader', payload: z.object({ cycleId: id, ...page }) },
  'get-line': { access: 'reader', payload: z.object({ cycleId: id, line: z.int().min(1) }) },
  'decide-lines': { access: 'reviewer', payload: deciding },
  /** Gives lines to another reviewer, or to nobody; decisions stand. */
  'assign-lines': { access: 'reviewer', payload: assigning },
  'undo-decision': { access: 'reviewer', payload: z.object({ cycleId: id, lines, reason, seen }) },
  'end-deciding': { access: 'reviewer', payload: z.object({ cycleId: id, reason }) },
  'acknowledge-unexplained': { access: 'approver', payload: z.object({ cycleId: id, product, reason }) },

  // Approvals
  'approve-lines': {
    access: 'approver-or-delegate',
    payload: z.object({
      cycleId: id,
      lines,
      seen,
      /** Only where one eligible person is left: which rule is overridden and why. */
      override: z.object({ rule: z.enum(['decider-is-approver', 'approver-is-account']), reason }).optional(),
    }),
  },
  'return-lines': { access: 'approver-or-delegate', payload: z.object({ cycleId: id, lines, reason, seen }) },

  // Execution
  'list-delegations': { access: 'reader', payload: nothing },
  'delegate-approvals': { access: 'approver', payload: z.object({ to: accountId, until: isoTime, reason }) },
  'end-delegation': { access: 'reader', payload: z.object({ delegationId: id, reason }) },

  'get-notice': { access: 'reader', payload: z.object({ cycleId: id }) },
  /** Tells the people concerned for one slice; the page asks again until nobody waits. */
  'tell-people': { access: 'reviewer', payload: z.object({ cycleId: id }) },
  'get-plan': { access: 'reader', payload: z.object({ cycleId: id }) },
  /** What in Jira depends on people of the plan, read live for as many as a slice reaches. */
  'get-dependents': { access: 'reader', payload: dependedOn },
  'start-run': { access: 'site-admin', payload: starting },
  'run-slice': { access: 'site-admin', payload: z.object({ runId: id }) },
  'pause-run': { access: 'reviewer', payload: z.object({ runId: id }) },
  'resume-run': { access: 'site-admin', payload: z.object({ runId: id }) },
  'stop-run': { access: 'reviewer', payload: z.object({ runId: id, reason }) },
  'get-run': { access: 'reader', payload: z.object({ runId: id }) },
  'verify-removals': { access: 'reviewer', payload: z.object({ cycleId: id }) },
  'confirm-group': { access: 'site-admin', payload: z.object({ groupId: id, reason }) },

  /** Gives back what a line, a person or a whole run lost; after the sign-off an approver's to ask. */
  'start-undo': { access: 'site-admin', payload: undoing },
  'undo-slice': { access: 'site-admin', payload: z.object({ cycleId: id, undoId: id }) },
  'stop-undo': { access: 'reviewer', payload: z.object({ cycleId: id, undoId: id, reason }) },

  // Route-outs
  'list-handoffs': {
    access: 'reader',
    payload: z.object({
      status: z.enum(['open', 'overdue', 'closed']).optional(),
      owner: ownerClass.optional(),
      ...page,
    }),
  },
  'get-case': { access: 'reader', payload: z.object({ caseId: z.string().min(1).max(300) }) },
  'answer-handoffs': {
    access: 'reviewer',
    payload: z.object({
      cycleId: id,
      handoffIds: z.array(id).min(1).max(1000),
      answer: answerKind,
      /** Who answered, as known to the reviewer: a name or a ticket outside the app. */
      answeredBy: z.string().trim().min(1).max(200),
      /** The answering person's account, when they have one. */
      answeredByAccount: accountId.optional(),
      note: note.default(''),
      until: isoTime.optional(),
      seen,
    }),
  },

  // Evidence and sign-off
  'sign-off': { access: 'sign-off', payload: z.object({ cycleId: id, statement: reason }) },
  'get-evidence': { access: 'auditor', payload: z.object({ cycleId: id.optional() }).optional() },
  'download-evidence': { access: 'auditor', payload: evidenceDownload },
  'get-trace': { access: 'auditor', payload: z.object({ cycleId: id, line: z.int().min(1) }) },
  'get-sample': { access: 'auditor', payload: sample },
  'download-sample': { access: 'auditor', payload: sampleDownload },

  // Exceptions
  'list-exceptions': {
    access: 'reader',
    payload: z.object({
      state: z.enum(['waiting', 'approved', 'in-force', 'expired', 'ended', 'cancelled']).optional(),
      product: product.optional(),
      accountId: accountId.optional(),
      ...page,
    }),
  },

  /** Ends one that is in force, before its day. */
  'end-exception': { access: 'reviewer', payload: z.object({ cycleId: id, line: z.int().min(1), reason }) },

  // Exemptions
  'list-exemptions': { access: 'reader', payload: nothing },
  /** Whom an exemption would cover, of the last scan. Changes nothing. */
  'preview-exemption': { access: 'reader', payload: coveredByExemption },
  'ask-exemption': { access: 'reviewer', payload: exemptionRequest },
  'approve-exemption': { access: 'approver', payload: z.object({ exemptionId: id }) },
  'decline-exemption': { access: 'approver', payload: z.object({ exemptionId: id, reason }) },
  'end-exemption': { access: 'site-admin', payload: z.object({ exemptionId: id, reason }) },

  // Saved filters: the caller's own, and nobody else's
  'list-filters': { access: 'reader', payload: nothing },
  'save-filter': { access: 'reader', payload: savedFilter },
  'remove-filter': { access: 'reader', payload: filterName },

  // Settings
  'get-settings': { access: 'reader', payload: nothing },
  /** What the policy would say of the last scan, without saving it. */
  'preview-policy': { access: 'reviewer', payload: policy },
  'save-policy': { access: 'site-admin', payload: policy },
  /** What these domains would mean for the last scan, without saving them. */
  'preview-approved-domains': { access: 'reviewer', payload: z.object({ domains: approvedDomains }) },
  'save-approved-domains': { access: 'site-admin', payload: z.object({ domains: approvedDomains }) },
  /** How many lines of the last scan each reviewer would get, without saving it. */
  'preview-assignment': { access: 'reviewer', payload: assignment },
  'save-review-settings': { access: 'site-admin', payload: review },
  'save-calendar': { access: 'site-admin', payload: calendar },
  'save-owners': { access: 'site-admin', payload: owners },
  /** Reads a few projects to say what reading all of them would take; changes nothing. */
  'get-project-scan-cost': { access: 'site-admin', payload: nothing },
  'set-project-scan': { access: 'site-admin', payload: z.object({ on: z.boolean() }) },
  'save-org-key': {
    /** And the key itself must show the caller as an administrator of the organization or the site. */
    access: 'reviewer',
    payload: z.object({
      key: z.string().trim().min(8).max(4000),
      createdBy: z.string().trim().max(200).optional(),
      expiresAt: isoTime.optional(),
    }),
  },
  /** Tries again, by harmless reads, what the stored key can do. */
  'check-org-key': { access: 'site-admin', payload: nothing },
  'remove-org-key': { access: 'site-admin', payload: z.object({ reason }) },
  /** A part of a user export: its headings and some of its rows. Nothing counts before the import. */
  'read-export-part': { access: 'site-admin', payload: exportPart },
  'import-user-export': {
    access: 'site-admin',
    payload: z.object({ importId: id, parts: z.int().min(1).max(MOST_EXPORT_PARTS) }),
  },
  'remove-user-export': { access: 'site-admin', payload: z.object({ reason }) },
} as const satisfies Record<string, Definition>;

export type ResolverName = keyof typeof resolvers;
/** What a page sends. */
export type PayloadOf<Name extends ResolverName> = z.input<(typeof resolvers)[Name]['payload']>;
/** What a use case gets after parsing. */
export type ParsedPayloadOf<Name extends ResolverName> = z.output<(typeof resolvers)[Name]['payload']>;

/** Each resolver's answer. */
export type Reply<Data> =
  | { readonly ok: true; readonly data: Data }
  | { readonly ok: false; readonly error: { readonly code: string; readonly message: string } };

/** The payload as its schema gives it, or where it is wrong and how. */
export function parsePayload<Name extends ResolverName>(
  name: Name,
  payload: unknown,
): { ok: true; payload: ParsedPayloadOf<Name> } | { ok: false; place: string; problem: string } {
  const parsed = resolvers[name].payload.safeParse(payload);
  // The schema under a name gives that name's payload: both types are made of the same entry.
  if (parsed.success) return { ok: true, payload: parsed.data as ParsedPayloadOf<Name> };
  const [issue] = parsed.error.issues;
  const place = issue === undefined || issue.path.length === 0 ? 'the request' : issue.path.join('.');
  return { ok: false, place, problem: issue?.message ?? 'not as expected' };
}
