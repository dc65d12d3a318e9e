import type { z } from 'zod';
import { AppError, type ErrorCode } from '../lib/app-error';
import { hashOfText } from '../domain/evidence/hash-chain';
import type { Platform, TimeLeft } from '../ports/platform';

/** What both `requestJira` and `fetch` answer with. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}

export interface RetryPolicy {
  /** Attempts in all. */
  readonly attempts: number;
  readonly firstDelayMs: number;
  readonly longestDelayMs: number;
}

export const READ_POLICY: RetryPolicy = { attempts: 5, firstDelayMs: 1_000, longestDelayMs: 30_000 };

const EGRESS_USED_UP = 'FETCH_LIMIT_EXCEEDED';

/** Notes each raw reply, so that a snapshot can say what it was made of. */
export type ReplyLog = (source: string, hash: string) => void;

export interface Http {
  /** Reads JSON: retries what may pass, then parses. `source` names the reading in evidence and errors. */
  read<Schema extends z.ZodType>(
    source: string,
    schema: Schema,
    send: () => Promise<HttpAnswer>,
  ): Promise<z.output<Schema>>;
}

/** The one way in which the app reads from Atlassian. */
export function createHttp(platform: Platform, timeLeft: TimeLeft, log: ReplyLog = () => undefined): Http {
  return {
    async read(source, schema, send) {
      const text = await readText(platform, timeLeft, { source, send });
      log(source, hashOfText(text));
      const parsed = schema.safeParse(parseJson(source, text));
      if (parsed.success) return parsed.data;
      const place = parsed.error.issues[0]?.path.join('.') ?? '';
      throw new AppError(
        'atlassian.malformed',
        `Atlassian's answer on ${source} is not as documented (at ${place || 'its root'}).`,
        {
          context: { source, place },
          cause: parsed.error,
        },
      );
    },
  };
}

interface Reading {
  readonly source: string;
  readonly send: () => Promise<HttpAnswer>;
}

async function readText(platform: Platform, timeLeft: TimeLeft, { source, send }: Reading): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await sendOnce(send);
    if (answer !== null && answer.status >= 200 && answer.status < 300) return answer.text();
    const status = answer?.status ?? null;
    // Forge's own refusal: nothing more is answered in this invocation.
    if (answer?.headers.get('forge-proxy-error') === EGRESS_USED_UP)
      throw new AppError('time.short', `Forge takes no more requests at once; ${source} has to wait.`, {
        context: { source, status },
      });
    const again = status === null || status === 429 || status === 409 || status >= 500;
    if (!again || attempt >= READ_POLICY.attempts) throw refusalOf(source, status, answer);
    const delay = delayBefore(attempt, answer, platform);
    // Waiting past the end of the invocation would lose what was read: the caller saves and comes back instead.
    if (delay > READ_POLICY.longestDelayMs || delay > timeLeft() / 2) throw refusalOf(source, status, answer);
    await platform.sleep(delay);
  }
}

async function sendOnce(send: () => Promise<HttpAnswer>): Promise<HttpAnswer | null> {
  try {
    return await send();
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    return null;
  }
}

/** Doubles from one second, or as long as `Retry-After` says; spread by 0.7 to 1.3 so that tenants do not meet. */
function delayBefore(attempt: number, answer: HttpAnswer | null, platform: Platform): number {
  const told = retryAfterSeconds(answer);
  if (told !== null) return told * 1_000;
  const spread = 0.7 + ((platform.randomBytes(1)[0] ?? 0) / 255) * 0.6;
  return Math.round(READ_POLICY.firstDelayMs * 2 ** (attempt - 1) * spread);
}

export function retryAfterSeconds(answer: HttpAnswer | null): number | null {
  const told = answer?.headers.get('retry-after');
  if (told === null || told === undefined) return null;
  const seconds = Number(told);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
}

function refusalOf(source: string, status: number | null, answer: HttpAnswer | null): AppError {
  const context = { source, status, retryAfterSeconds: retryAfterSeconds(answer) };
  if (status === 429)
    return new AppError(
      'atlassian.rate-limited',
      `Atlassian asks to wait before more of ${source} is read.`,
      { context },
    );
  if (status === 401 || status === 403)
    return new AppError(
      'atlassian.denied',
      `Atlassian does not let the app read ${source} (${String(status)}).`,
      { context },
    );
  if (status === null || status >= 500)
    return new AppError('atlassian.unavailable', `Atlassian gave no answer on ${source}.`, { context });
  return new AppError(
    'atlassian.refused' satisfies ErrorCode,
    `Atlassian refused to tell ${source} (${String(status)}).`,
    { context },
  );
}

function parseJson(source: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new AppError('atlassian.malformed', `Atlassian's answer on ${source} is no JSON.`, {
      cause,
      context: { source },
    });
  }
}
