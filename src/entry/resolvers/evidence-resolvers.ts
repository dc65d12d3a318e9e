import { downloadEvidence, readEvidence } from '../../usecases/export-evidence';
import { downloadSample, readSample, readTrace } from '../../usecases/read/traces';
import { refusePartialSight, sightOf } from './authorize';
import type { Handlers } from './handle';

/** What an auditor reads: files, samples, the trace of a line. Nothing here changes anything. */
export const evidenceResolvers: Handlers<
  'get-evidence' | 'download-evidence' | 'get-trace' | 'get-sample' | 'download-sample'
> = {
  'get-evidence': async ({ payload, caller }, tools) => {
    await refusePartialSight(caller, tools);
    return readEvidence(payload?.cycleId, tools);
  },
  'download-evidence': async ({ payload, caller }, tools) => {
    await refusePartialSight(caller, tools);
    return downloadEvidence(payload, tools);
  },
  'get-trace': async ({ payload, caller }, tools) => readTrace(payload, await sightOf(caller, tools), tools),
  'get-sample': async ({ payload, caller }, tools) => {
    await refusePartialSight(caller, tools);
    return readSample(payload, tools);
  },
  'download-sample': async ({ payload, caller }, tools) => {
    await refusePartialSight(caller, tools);
    return downloadSample(payload, tools);
  },
};
