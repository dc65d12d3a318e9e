import { z } from 'zod';
import { accountId, id, isoTime, ownerClass, product, reason } from './scalars';
import { isTimeZone } from '../lib/zoned-time';
import { EXPORT_PART_CHARS, NO_RESPONSE_RULES, WEEKDAYS } from './words';

const matchText = z.string().trim().min(1).max(200);
/** What an exemption covers: exactly one thing, on one product or on all. */
export const coveredByExemption = z.object({
  match: z.union([
    z.strictObject({ account: accountId }),
    z.strictObject({ group: id }),
    z.strictObject({ emailDomain: matchText }),
    z.strictObject({ namePattern: matchText }),
  ]),
  product: product.optional(),
});

export const exemptionRequest = coveredByExemption.extend({
  expires: isoTime,
  reason,
  /** The account that answers for it. */
  owner: accountId,
  /** Compensating control. */
  control: z.string().trim().max(500).optional(),
});

/** Policy as the settings page saves it. */
export const policy = z.object({
  thresholdDays: z.int().min(0).max(36_500),
  newDays: z.int().min(0).max(36_500),
  words: z.array(z.string().max(100)).max(2000).optional(),
  technical: z.array(accountId).max(5000),
  unmanaged: z.enum(['ask-business', 'local']),
  jsmOnCall: z.enum(['yes', 'no', 'unanswered']),
  exemptions: z.never('they are asked for one by one, and approved by somebody else').optional(),
});

const emailDomain = z
  .string()
  .trim()
  .toLowerCase()
  .max(200)
  .regex(/^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u, 'no domain, such as partner.example');

/** E-mail domains whose people get a product without approval; an empty list says that there are none. */
export const approvedDomains = z
  .array(
    z.object({
      domain: emailDomain,
      product,
    }),
  )
  .max(200);

/** What becomes of lines that nobody decides in time (product.md §7). */
export const noResponse = z.enum(NO_RESPONSE_RULES);

/** Who gets which lines; of the rules the first that matches counts. */
export const assignment = z.object({
  rules: z
    .array(
      z.object({
        match: z.union([
          z.strictObject({ product }),
          z.strictObject({ groupId: id }),
          z.strictObject({ emailDomain }),
        ]),
        reviewer: accountId,
      }),
    )
    .max(200)
    .readonly(),
  fallbackReviewer: accountId.nullable(),
});

/** Where the issue is made that the people concerned are told from. */
const noticePlace = z.object({
  /** Key of a Jira project. */
  project: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z][A-Z0-9_]{0,254}$/, 'no key of a project, such as OPS')
    .nullable(),
  /** Name of an issue type of that project. */
  issueType: z.string().trim().min(1).max(60),
});
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'no time of day, such as 08:30');

/** Hours of the week in which nothing is removed; never all of them. */
const blackout = z
  .object({
    timeZone: z.string().max(60).refine(isTimeZone, 'no time zone, such as Europe/Berlin'),
    days: z.array(z.enum(WEEKDAYS)).min(1).max(7).readonly(),
    from: timeOfDay,
    to: timeOfDay,
  })
  .refine(
    ({ days, from, to }) => new Set(days).size < WEEKDAYS.length || from !== to,
    'no hour of the week is left for removals',
  );

export const review = z.object({
  separation: z.enum(['two-person', 'three-person']),
  noResponse,
  dueDays: z.int().min(1).max(90),
  peoplePerRun: z.int().min(1).max(500),
  stopAfterFailures: z.int().min(1).max(100),
  approvers: z.array(accountId).max(200),
  auditors: z.array(accountId).max(200),
  signOffBy: accountId.nullable(),
  handoffDays: z.int().min(1).max(90),
  readersSeeOtherProducts: z.boolean(),
  /** These stay as they are when absent. */
  assignment: assignment.optional(),
  blackout: blackout.nullable().optional(),
  notice: noticePlace.optional(),
});

/** A day of the calendar, `2026-11-30`, of this century: periods are counted on from it. */
const billingDay = z.iso.date().regex(/^20/, 'no day of this century');

/** The customer's facts about billing, and when reviews are drafted. */
export const calendar = z.object({
  billing: z
    .array(z.object({ product, period: z.enum(['monthly', 'annual']), lastDay: billingDay }))
    .max(50)
    .refine(
      (facts) => new Set(facts.map((fact) => fact.product)).size === facts.length,
      'a product is entered twice',
    ),
  recurrence: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('before-billing') }),
    z.object({ kind: z.literal('monthly'), day: z.int().min(1).max(31) }),
    z.object({ kind: z.literal('off') }),
  ]),
  leadDays: z.int().min(1).max(90),
  /** Days between telling the person concerned and a removal; 0 tells nobody. */
  noticeDays: z.int().min(0).max(30),
  executionDays: z.int().min(1).max(30),
});

const owner = z.object({
  class: ownerClass,
  contact: z.string().trim().min(1).max(200),
  accountId: accountId.nullable(),
});

export const owners = z.object({
  owners: z.array(owner).max(8),
  fallback: z.string().trim().max(200),
});

const productKey = z.string().regex(/^[a-z0-9-]+$/);
/** What a column of a user export tells. */
const columnMeaning = z.union([
  z.enum(['account-id', 'email', 'added-to-org', 'org-role', 'not-used']),
  z.templateLiteral(['access:', productKey]),
  z.templateLiteral(['last-seen:', productKey]),
]);
export const MOST_EXPORT_PARTS = 1_000;

/** A part of a user export: its headings and some of its rows. */
export const exportPart = z.object({
  importId: id.optional(),
  part: z.int().min(0).max(MOST_EXPORT_PARTS),
  /** Row in the file of the first row behind the headings. */
  firstRow: z.int().min(2),
  text: z.string().max(EXPORT_PART_CHARS),
  exportedOn: z.iso.date(),
  /** What somebody said the columns mean, in their order; null goes by the heading. */
  meanings: z.array(columnMeaning.nullable()).max(1_000).optional(),
});
