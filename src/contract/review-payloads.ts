import { z } from 'zod';
import { accountId, id, isoTime, lines, note, ownerClass, product, reason, seen } from './scalars';
import { noResponse } from './settings-payloads';
import {
  ANSWER_KINDS,
  ASSIGNEES,
  DECISION_KINDS,
  EXECUTORS,
  LINE_CHANGES,
  LINE_OUTCOMES,
  LINE_STATES,
  MOST_LINES_OF_A_PAGE,
  VERDICTS,
} from './words';

export const verdict = z.enum(VERDICTS);
export const decisionKind = z.enum(DECISION_KINDS);
export const reasonCode = z.enum([
  'follows-recommendation',
  'still-needed',
  'seasonal-use',
  'on-leave',
  'left-the-company',
  'changed-role',
  'duplicate-account',
  'employment-unclear',
  'security-concern',
  'project-dispute',
  'other',
]);
export const lineOutcome = z.enum(LINE_OUTCOMES);
export const lineChange = z.enum(LINE_CHANGES);
export const lineState = z.enum(LINE_STATES);
export const answerKind = z.enum(ANSWER_KINDS);

/** How a review is opened. */
export const opening = z.object({
  /** The draft to open; it keeps its title and products. Absent to draft and open at once. */
  cycleId: id.optional(),
  title: z.string().trim().min(1).max(120).optional(),
  products: z.array(product).min(1).max(50).optional(),
  /** To try a review out: nothing is ever executed. Not with a draft, which is the review itself. */
  rehearsal: z.boolean().optional(),
  /** The rule for lines that nobody decides; `touches` is the number shown. Absent, Settings must say to keep them. */
  noResponse: z.object({ rule: noResponse, touches: z.int().min(0) }).optional(),
});

/** A run on exactly the plan that was shown. */
export const starting = z.object({
  cycleId: id,
  fingerprint: z.string().length(64),
  executor: z.enum(EXECUTORS).default('acting-administrator'),
});

/** A decision on lines. */
export const deciding = z.object({
  cycleId: id,
  lines,
  decision: decisionKind,
  reason: reasonCode,
  note: note.default(''),
  /** Until when a keep or an exception holds. */
  until: isoTime.optional(),
  /** Whom a route-out asks; the recommendation's owners when absent. */
  owners: z.array(ownerClass).min(1).optional(),
  /** Compensating control of an exception. */
  control: z.string().max(500).optional(),
  /** Who answers for an exception; who decides it when absent. */
  owner: accountId.optional(),
  /** Who gets lines that are not mine; the fallback reviewer when absent. */
  handTo: accountId.optional(),
  seen,
});

/** Another reviewer for lines, or none. */
export const assigning = z.object({
  cycleId: id,
  lines,
  to: accountId.nullable(),
  reason,
  seen,
});

/** Which lines of a review are listed, and which page of them. */
export const listingLines = z.object({
  cycleId: id,
  state: lineState.optional(),
  decision: decisionKind.optional(),
  verdict: verdict.optional(),
  product: product.optional(),
  owner: ownerClass.optional(),
  needsApproval: z.boolean().optional(),
  outcome: lineOutcome.optional(),
  /** How the line stands to the last signed-off review. */
  change: lineChange.optional(),
  accountId: accountId.optional(),
  /** Whose queue: the caller's, nobody's, anybody's, or that of one account. */
  assignee: z.union([z.enum(ASSIGNEES), accountId]).optional(),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(MOST_LINES_OF_A_PAGE).default(25),
});
