import { AppError } from '../../lib/app-error';
import type { Actor } from '../../domain/evidence/record';
import type { OrganizationState } from '../../domain/organization-state';
import { endExceptionEarly } from '../../usecases/end-exception';
import { answerRequest, endEarly, requestExemption } from '../../usecases/manage-exemptions';
import { loadOrganization } from '../../usecases/organization-ledger';
import { listExceptions } from '../../usecases/read/exceptions';
import { isWhollySeen, previewExemption, viewExemptions } from '../../usecases/read/exemptions';
import { refuseUnseenLines } from '../../usecases/read/lines';
import { NOT_IN_SIGHT } from '../../usecases/read/sight';
import type { AppTools } from '../../usecases/app-tools';
import { sightOf, type Caller } from './authorize';
import type { Handlers } from './handle';

/** Exemptions, and exceptions of reviews: asked for, answered by somebody else, ended. Each answer is the list then. */
export const exemptionResolvers: Handlers<
  | 'list-exemptions'
  | 'preview-exemption'
  | 'ask-exemption'
  | 'approve-exemption'
  | 'decline-exemption'
  | 'end-exemption'
  | 'list-exceptions'
  | 'end-exception'
> = {
  'list-exemptions': async ({ caller }, tools) => view(await loadOrganization(tools), caller, tools),
  'preview-exemption': async ({ payload, caller }, tools) =>
    previewExemption(payload, await sightOf(caller, tools), tools),
  'ask-exemption': async ({ payload, actor, caller }, tools) =>
    view(await requestExemption(payload, actor, tools), caller, tools),
  'approve-exemption': ({ payload, ...call }, tools) => answer({ ...payload, declined: null }, call, tools),
  'decline-exemption': ({ payload: { exemptionId, reason }, ...call }, tools) =>
    answer({ exemptionId, declined: reason }, call, tools),
  'end-exemption': async ({ payload, actor, caller }, tools) =>
    view(await endEarly(payload, actor, tools), caller, tools),
  'list-exceptions': async ({ payload, caller }, tools) =>
    listExceptions(payload, await sightOf(caller, tools), tools),
  async 'end-exception'({ payload, actor, caller }, tools) {
    const sight = await sightOf(caller, tools);
    await refuseUnseenLines({ cycleId: payload.cycleId, lines: [payload.line] }, sight, tools);
    await endExceptionEarly(payload, actor, tools);
    return listExceptions(FIRST_PAGE, sight, tools);
  },
};

const FIRST_PAGE = { offset: 0, limit: 25 };

function view(state: OrganizationState, { accountId }: Caller, tools: AppTools) {
  return viewExemptions(state, accountId, tools);
}

async function answer(
  given: { readonly exemptionId: string; readonly declined: string | null },
  { actor, caller }: { readonly actor: Actor; readonly caller: Caller },
  tools: AppTools,
) {
  const { exemptions } = await loadOrganization(tools);
  const asked = exemptions.find(({ id }) => id === given.exemptionId);
  if (asked !== undefined && !isWhollySeen(asked.exemption, await sightOf(caller, tools)))
    throw new AppError('access.denied', NOT_IN_SIGHT);
  const organization = await tools.openOrganization(caller.cloudId);
  return view(await answerRequest(given, actor, { ...tools, organization }), caller, tools);
}
