import { invoke } from '@forge/bridge';
import type { Replies } from '../../../src/contract/replies';
import type { PayloadOf, Reply, ResolverName } from '../../../src/contract/resolvers';

export interface ReplyError {
  readonly code: string;
  readonly message: string;
}

/** Calls a resolver. Never throws: what goes wrong on the way comes back as an error with a sentence to show. */
export async function callResolver<Name extends ResolverName>(
  name: Name,
  payload: PayloadOf<Name>,
): Promise<Reply<Replies[Name]>> {
  try {
    const reply: unknown = await invoke(name, payload ?? {});
    if (isReply<Replies[Name]>(reply)) return reply;
    return failure('unexpected', 'SeatTrace gave an answer that this page cannot read. Reload the page.');
  } catch {
    return failure('unreachable', 'SeatTrace did not answer. Nothing is known to have changed; try again.');
  }
}

/** The wrapper is checked; what is inside is our own back end's, typed by the contract. */
function isReply<Data>(value: unknown): value is Reply<Data> {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return false;
  if (value.ok === true) return 'data' in value;
  return value.ok === false && 'error' in value && isReplyError(value.error);
}

function isReplyError(value: unknown): value is ReplyError {
  return (
    typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    typeof value.code === 'string' &&
    'message' in value &&
    typeof value.message === 'string'
  );
}

function failure(code: string, message: string): { readonly ok: false; readonly error: ReplyError } {
  return { ok: false, error: { code, message } };
}
