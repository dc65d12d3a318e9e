import { z } from 'zod';

/** Statuses that the local routes refuse with. */
export type RefusalStatus = 400 | 403 | 404 | 413 | 421 | 429 | 500;

/** A refusal of a local route. */
export class HttpError extends Error {
  constructor(
    readonly status: RefusalStatus,
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'HttpError';
  }
}

export interface Refusal {
  readonly status: RefusalStatus;
  readonly body: { readonly error: { readonly code: string; readonly message: string } };
}

const STATUS_BY_CODE: ReadonlyMap<string, RefusalStatus> = new Map([
  ['platform.unknown-module', 404],
  ['platform.request-too-large', 413],
  ['platform.rate-limited', 429],
]);

const coded = z.object({ code: z.string(), message: z.string() });
const located = z.object({ path: z.string(), message: z.string() });

/** Any error as an answer: `{"error": {"code", "message"}}`. */
export function toRefusal(error: unknown): Refusal {
  if (error instanceof HttpError) return refusal(error.status, error.code, error.message);
  if (error instanceof z.ZodError) {
    const issue = error.issues[0];
    const place = issue === undefined || issue.path.length === 0 ? 'body' : issue.path.join('.');
    return refusal(400, 'input.invalid', `${place}: ${issue?.message ?? 'invalid'}`);
  }
  // Faults and script steps that do not parse carry the place of what is wrong.
  const place = located.safeParse(error);
  if (place.success) return refusal(400, 'input.invalid', place.data.message);
  const known = coded.safeParse(error);
  if (known.success) {
    return refusal(STATUS_BY_CODE.get(known.data.code) ?? 500, known.data.code, known.data.message);
  }
  return refusal(500, 'local.failed', error instanceof Error ? error.message : String(error));
}

function refusal(status: RefusalStatus, code: string, message: string): Refusal {
  return { status, body: { error: { code, message } } };
}
