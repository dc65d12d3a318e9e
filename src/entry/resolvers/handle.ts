import { AppError } from '../../lib/app-error';
import {
  parsePayload,
  resolvers,
  type ParsedPayloadOf,
  type Reply,
  type ResolverName,
} from '../../contract/resolvers';
import type { Replies } from '../../contract/replies';
import type { Actor } from '../../domain/evidence/record';
import type { AppTools } from '../../usecases/app-tools';
import { authorize, type Caller } from './authorize';

type Rights = AppTools['rights'];

/** One resolver's work, after its payload was parsed and its caller's role checked. */
export type Handler<Name extends ResolverName> = (
  call: { readonly payload: ParsedPayloadOf<Name>; readonly caller: Caller; readonly actor: Actor },
  tools: AppTools,
) => Promise<Replies[Name]>;

export type Handlers<Names extends ResolverName = ResolverName> = { readonly [Name in Names]: Handler<Name> };

/**
 * The one way into a resolver: parse, authorize, work, reply. A refusal is a reply; what nobody expected gets a
 * sentence without details, and the details go to the log.
 */
export async function handle<Name extends ResolverName>(
  name: Name,
  work: Handler<Name>,
  request: {
    readonly payload: unknown;
    readonly context: { readonly accountId?: string; readonly cloudId?: string };
  },
  tools: AppTools,
): Promise<Reply<Replies[Name]>> {
  try {
    const caller = callerOf(request.context);
    const payload = parse(name, request.payload);
    const own = { ...tools, rights: readOnce(tools.rights) };
    const actor = await authorize(resolvers[name].access, caller, own);
    return { ok: true, data: await work({ payload, caller, actor }, own) };
  } catch (error) {
    if (error instanceof AppError) return { ok: false, error: { code: error.code, message: error.message } };
    console.error(`resolver ${name} failed`, error);
    return {
      ok: false,
      error: {
        code: 'unexpected',
        message:
          'Something went wrong here, and part of it may have been done. Reload the page to see how it stands before you try again.',
      },
    };
  }
}

/** Rights are read afresh for each call, and once in it: who may call and what they may see follow from one reading. */
function readOnce(rights: Rights): Rights {
  let reading: ReturnType<Rights['readGlobalPermissions']> | undefined;
  return { readGlobalPermissions: () => (reading ??= rights.readGlobalPermissions()) };
}

function callerOf({ accountId, cloudId }: { accountId?: string; cloudId?: string }): Caller {
  if (accountId === undefined || cloudId === undefined)
    throw new AppError('access.denied', 'Log in to Jira to use SeatTrace.');
  return { accountId, cloudId };
}

function parse<Name extends ResolverName>(name: Name, payload: unknown): ParsedPayloadOf<Name> {
  const parsed = parsePayload(name, payload);
  if (parsed.ok) return parsed.payload;
  throw new AppError('input.invalid', `Something is wrong with ${parsed.place}: ${parsed.problem}.`);
}
