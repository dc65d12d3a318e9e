import { AppError } from '../../lib/app-error';
import { runSlice, startRun } from '../../usecases/execute-plan';
import { pauseRun, resumeRun, stopRun } from '../../usecases/hold-run';
import { loadOrganization } from '../../usecases/organization-ledger';
import { viewCycle } from '../../usecases/read/cycles';
import { readPlan, readRun, viewRun } from '../../usecases/read/plans';
import { confirmGroup } from '../../usecases/save-settings';
import { verifyRemovals } from '../../usecases/verify-removals';
import { viewSettings } from '../../usecases/read/settings';
import { proofOfSiteAdmin, rolesOf, sightOf } from './authorize';
import type { Handlers } from './handle';

/** Plan, run and verification. */
export const executionResolvers: Handlers<
  | 'get-plan'
  | 'start-run'
  | 'run-slice'
  | 'pause-run'
  | 'resume-run'
  | 'stop-run'
  | 'get-run'
  | 'verify-removals'
  | 'confirm-group'
> = {
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
    if (organization === null)
      throw new AppError('key.missing', 'Without the organization key access cannot be read again.');
    const cycle = await verifyRemovals({ cycleId: payload.cycleId, again: true }, actor, {
      ...tools,
      organization,
    });
    return viewCycle(cycle, await loadOrganization(tools), tools);
  },
  'confirm-group': async ({ payload, actor }, tools) =>
    viewSettings(await confirmGroup(payload, actor, tools), true, tools),
};
