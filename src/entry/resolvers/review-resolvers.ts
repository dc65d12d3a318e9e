import type { Cycle } from '../../domain/review/cycle';
import type { CycleView } from '../../contract/review-replies';
import { recordAnswer } from '../../usecases/answer-handoffs';
import { openCycle } from '../../usecases/open-cycle';
import { loadOrganization } from '../../usecases/organization-ledger';
import { listCycles, readCycle, viewCycle } from '../../usecases/read/cycles';
import { listLines, readLine, refuseUnseenHandoffs, refuseUnseenLines } from '../../usecases/read/lines';
import { previewCycle } from '../../usecases/read/cycle-preview';
import { listGoneSeats } from '../../usecases/read/gone-seats';
import { listHandoffs, readCase } from '../../usecases/read/handoffs';
import { delegateTo, listDelegations, takeBack } from '../../usecases/delegate-approvals';
import { refuseNonReviewers } from '../../usecases/refuse-non-reviewer';
import { createReview } from '../../usecases/review-lines';
import { signOffCycle } from '../../usecases/sign-off-cycle';
import type { AppTools } from '../../usecases/app-tools';
import { rolesOf, sightOf } from './authorize';
import type { Handlers } from './handle';

const FIRST_PAGE = { offset: 0, limit: 25 };

/** The review from its opening to its sign-off, and its handoffs. */
export const reviewResolvers: Handlers<
  | 'list-cycles'
  | 'get-cycle'
  | 'preview-cycle'
  | 'open-cycle'
  | 'cancel-cycle'
  | 'list-lines'
  | 'list-gone'
  | 'get-line'
  | 'decide-lines'
  | 'assign-lines'
  | 'undo-decision'
  | 'end-deciding'
  | 'acknowledge-unexplained'
  | 'approve-lines'
  | 'return-lines'
  | 'list-delegations'
  | 'delegate-approvals'
  | 'end-delegation'
  | 'list-handoffs'
  | 'get-case'
  | 'answer-handoffs'
  | 'sign-off'
> = {
  'list-cycles': (_, tools) => listCycles(tools),
  'get-cycle': ({ payload }, tools) => readCycle(payload?.cycleId, tools),
  'preview-cycle': ({ payload, caller }, tools) => previewCycle(payload ?? {}, caller.accountId, tools),
  'open-cycle': async ({ payload, actor }, tools) => view(await openCycle(payload, actor, tools), tools),
  'cancel-cycle': async ({ payload, actor }, tools) =>
    view(await createReview(tools).cancel({ ...payload, actor }, payload.reason), tools),
  'list-lines': async ({ payload, caller }, tools) =>
    listLines(
      payload.cycleId,
      { ...payload, sight: await sightOf(caller, tools), caller: caller.accountId },
      tools,
    ),
  'list-gone': async ({ payload, caller }, tools) =>
    listGoneSeats(payload, await sightOf(caller, tools), tools),
  'get-line': async ({ payload, caller }, tools) =>
    readLine(payload.cycleId, payload.line, await sightOf(caller, tools), tools),
  'decide-lines': async ({ payload, actor, caller }, tools) => {
    await refuseUnseenLines(payload, await sightOf(caller, tools), tools);
    await refuseNonReviewers([payload.handTo], tools);
    return view(await createReview(tools).decide({ ...payload, actor }, payload), tools);
  },
  'assign-lines': async ({ payload, actor, caller }, tools) => {
    await refuseUnseenLines(payload, await sightOf(caller, tools), tools);
    await refuseNonReviewers([payload.to], tools);
    return view(await createReview(tools).assign({ ...payload, actor }, payload), tools);
  },
  'undo-decision': async ({ payload, actor, caller }, tools) => {
    await refuseUnseenLines(payload, await sightOf(caller, tools), tools);
    return view(await createReview(tools).undo({ ...payload, actor }, payload), tools);
  },
  'end-deciding': async ({ payload, actor }, tools) =>
    view(await createReview(tools).endDeciding({ ...payload, actor }, payload.reason), tools),
  'acknowledge-unexplained': async ({ payload, actor }, tools) =>
    view(await createReview(tools).acknowledge({ ...payload, actor }, payload), tools),
  'approve-lines': async ({ payload, actor, caller }, tools) => {
    await refuseUnseenLines(payload, await sightOf(caller, tools), tools);
    const { approver, approves, delegators } = await rolesOf(caller, tools);
    const command = { ...payload, approves, ...(approver ? {} : { delegators }) };
    return view(await createReview(tools).approve({ ...payload, actor }, command), tools);
  },
  'return-lines': async ({ payload, actor, caller }, tools) => {
    await refuseUnseenLines(payload, await sightOf(caller, tools), tools);
    return view(await createReview(tools).giveBack({ ...payload, actor }, payload), tools);
  },
  'list-delegations': (_, tools) => listDelegations(tools),
  'delegate-approvals': ({ payload, actor }, tools) => delegateTo(payload, actor, tools),
  'end-delegation': ({ payload, actor }, tools) => takeBack(payload, actor, tools),
  'list-handoffs': async ({ payload, caller }, tools) =>
    listHandoffs(payload, await sightOf(caller, tools), tools),
  'get-case': async ({ payload, caller }, tools) =>
    readCase(payload.caseId, await sightOf(caller, tools), tools),
  async 'answer-handoffs'({ payload, actor, caller }, tools) {
    await refuseUnseenHandoffs(payload, await sightOf(caller, tools), tools);
    await recordAnswer({ ...payload, actor }, payload, tools);
    return listHandoffs(FIRST_PAGE, await sightOf(caller, tools), tools);
  },
  'sign-off': async ({ payload, actor }, tools) => view(await signOffCycle(payload, actor, tools), tools),
};

async function view(cycle: Cycle, tools: AppTools): Promise<CycleView> {
  return viewCycle(cycle, await loadOrganization(tools), tools);
}
