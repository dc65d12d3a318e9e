import { z } from 'zod';
import { id, product } from './scalars';
import { noResponse } from './settings-payloads';

export const verdict = z.enum(['keep', 'protected', 'hold', 'cleanup', 'split', 'route-out']);
export const decisionKind = z.enum(['remove', 'keep', 'exception', 'route-out', 'not-mine', 'wait']);
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
export const lineOutcome = z.enum([
  'kept',
  'kept-until',
  'excepted',
  'removed',
  'routed',
  'waiting',
  'cancelled',
  'blocked',
  'no-answer',
  'carried',
  'not-verified',
]);
export const lineChange = z.enum(['new', 'rebounded', 'unchanged', 'decided-otherwise']);
export const lineState = z.enum(['undecided', 'decided', 'approved', 'executing', 'verifying', 'closed']);
export const answerKind = z.enum(['remove', 'keep', 'not-mine', 'done', 'no-answer']);

/** How a review is opened. */
export const opening = z.object({
  /** The draft to open; it keeps its title and products. Absent to draft and open at once. */
  cycleId: id.optional(),
  title: z.string().trim().min(1).max(120).optional(),
  products: z.array(product).min(1).max(50).optional(),
  /** The rule for lines that nobody decides, the one in Settings when absent; `touches` is the number shown. */
  noResponse: z.object({ rule: noResponse, touches: z.int().min(0) }).optional(),
});
