import { AppError } from '../../lib/app-error';
import { runSlice, startRun } from '../../usecases/execute-plan';
import { pauseRun, resumeRun, stopRun } from '../../usecases/hold-run';
import { loadOrganization } from '../../usecases/organization-ledger';
import { viewCycle } from '../../usecases/read/cycles';
import { readDependents } from '../../usecases/read/dependents';
import { readNotice, viewNotice } from '../../usecases/read/notices';
import { readPlan, readRun, viewRun } from '../../usecases/read/plans';
import { confirmGroup } from '../../usecases/save-settings';
import { tellPeople } from '../../usecases/tell-people';
import { getCycle } from '../../usecases/cycle-ledger';
import { viewUndo } from '../../usecases/read/undos';
import { beginUndo, endUndo, undoSlice } from '../../usecases/undo-removals';
import type { AppTools } from '../../usecases/app-tools';
import { verifyRemovals } from '../../usecases/verify-removals';
import { viewSettings } from '../../usecases/read/settings';
import { proofOfSiteAdmin, rolesOf, sightOf, type Caller } from './authorize';
import type { Handlers } from './handle';

/** Notice, plan, run and verification. */
export const executionResolvers: Handlers<
  | 'get-notice'
  | 'tell-people'
  | 'get-plan'
  | 'get-dependents'
  | 'start-run'
  | 'run-slice'
  | 'pause-run'
  | 'resume-run'
  | 'stop-run'
  | 'get-run'
  | 'verify-removals'
  | 'confirm-group'
  | 'start-undo'
  | 'undo-slice'
  | 'stop-undo'
> = {
  'get-notice': async ({ payload, caller }, tools) =>
    readNotice(payload.cycleId, await sightOf(caller, tools), tools),
  async 'tell-people'({ payload, caller, actor }, tools) {
    const cycle = await tellPeople(payload.cycleId, actor, tools);
    return viewNotice(cycle, await sightOf(caller, tools), tools);
  },
  async 'get-plan'({ payload, caller }, tools) {
    const roles = await rolesOf(caller, tools);
    const proof = roles.reviewer ? await proofOfSiteAdmin(caller, roles, tools) : null;
    const sight = await sightOf(caller, tools);
    return readPlan(
      payload.cycleId,
      { accountId: caller.accountId, siteAdmin: proof !== null, sight },
      tools,
    );
  },
  'get-dependents': async ({ payload, caller }, tools) =>
    readDependents(payload, await sightOf(caller, tools), tools),
  async 'start-run'({ payload, actor }, tools) {
    const { cycle, run } = await startRun(payload, { ...actor, role: 'executor' }, tools);
    return viewRun(cycle, run.runId, tools);
  },
  async 'run-slice'({ payload, caller, actor }, tools) {
    const organization = await tools.openOrganization(caller.cloudId);
    const cycle = await runSlice(payload.runId, { ...actor, role: 'executor' }, { ...tools, organization });
    return viewRun(cycle, payload.runId, tools);
  },
  async 'pause-run'({ payload, actor }, tools) {
    const cycle = await pauseRun(payload.runId, actor, tools);
    return viewRun(cycle, payload.runId, tools);
  },
  async 'resume-run'({ payload, actor }, tools) {
    const cycle = await resumeRun(payload.runId, { ...actor, role: 'executor' }, tools);
    return viewRun(cycle, payload.runId, tools);
  },
  async 'stop-run'({ payload, actor }, tools) {
    const cycle = await stopRun(payload, actor, tools);
    return viewRun(cycle, payload.runId, tools);
  },
  'get-run': ({ payload }, tools) => readRun(payload.runId, tools),
  async 'verify-removals'({ payload, caller, actor }, tools) {
    const organization = await tools.openOrganization(caller.cloudId);
    const cycle = await verifyRemovals({ cycleId: payload.cycleId, again: true }, actor, {
      ...tools,
      organization,
    });
    return viewCycle(cycle, await loadOrganization(tools), tools);
  },
  'confirm-group': async ({ payload, actor }, tools) =>
    viewSettings(await confirmGroup(payload, actor, tools), true, tools),
  async 'start-undo'({ payload, caller, actor }, tools) {
    await refuseUndoAfterSignOff(payload.cycleId, caller, tools);
    const organization = await tools.openOrganization(caller.cloudId);
    const undo = await beginUndo(payload, { ...actor, role: 'executor' }, { ...tools, organization });
    return viewUndo(undo, tools);
  },
  async 'undo-slice'({ payload, caller, actor }, tools) {
    await refuseUndoAfterSignOff(payload.cycleId, caller, tools);
    const organization = await tools.openOrganization(caller.cloudId);
    return viewUndo(
      await undoSlice(payload, { ...actor, role: 'executor' }, { ...tools, organization }),
      tools,
    );
  },
  'stop-undo': async ({ payload, actor }, tools) => viewUndo(await endUndo(payload, actor, tools), tools),
};

/** What was signed off is taken back by somebody who may approve (product.md §8, Undo). */
async function refuseUndoAfterSignOff(cycleId: string, caller: Caller, tools: AppTools): Promise<void> {
  const { signedOff } = await getCycle(tools, cycleId);
  if (signedOff === null) return;
  const { approver } = await rolesOf(caller, tools);
  if (!approver)
    throw new AppError('access.denied', 'This review is signed off: only an approver may undo its removals.');
}
