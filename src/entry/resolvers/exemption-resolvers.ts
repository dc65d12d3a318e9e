import type { OrganizationState } from '../../domain/organization-state';
import { answerRequest, endEarly, requestExemption } from '../../usecases/manage-exemptions';
import { loadOrganization } from '../../usecases/organization-ledger';
import { previewExemption, viewExemptions } from '../../usecases/read/exemptions';
import type { AppTools } from '../../usecases/app-tools';
import type { Caller } from './authorize';
import type { Handlers } from './handle';

/** Exemptions: asked for, answered by somebody else, ended. Each answer is the list as it is then. */
export const exemptionResolvers: Handlers<
  | 'list-exemptions'
  | 'preview-exemption'
  | 'ask-exemption'
  | 'approve-exemption'
  | 'decline-exemption'
  | 'end-exemption'
> = {
  'list-exemptions': async ({ caller }, tools) => view(await loadOrganization(tools), caller, tools),
  'preview-exemption': ({ payload }, tools) => previewExemption(payload, tools),
  'ask-exemption': async ({ payload, actor, caller }, tools) =>
    view(await requestExemption(payload, actor, tools), caller, tools),
  'approve-exemption': async ({ payload, actor, caller }, tools) => {
    const answer = { ...payload, declined: null };
    return view(await answerRequest(answer, actor, await toolsFor(caller, tools)), caller, tools);
  },
  'decline-exemption': async ({ payload: { exemptionId, reason }, actor, caller }, tools) => {
    const answer = { exemptionId, declined: reason };
    return view(await answerRequest(answer, actor, await toolsFor(caller, tools)), caller, tools);
  },
  'end-exemption': async ({ payload, actor, caller }, tools) =>
    view(await endEarly(payload, actor, tools), caller, tools),
};

function view(state: OrganizationState, { accountId }: Caller, tools: AppTools) {
  return viewExemptions(state, accountId, tools);
}

async function toolsFor({ cloudId }: Caller, tools: AppTools) {
  return { ...tools, organization: await tools.openOrganization(cloudId) };
}
