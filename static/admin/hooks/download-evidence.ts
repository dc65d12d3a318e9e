import type { EvidenceFile } from '../view-models/contract-types';
import { assembleFile } from '../view-models/evidence';
import { plainMessage } from '../view-models/message';
import { announce } from './announce';
import { callResolver } from './call-resolver';

/** Reads every part of an evidence file and hands it to the browser as one; says so when a part cannot be read. */
export async function downloadEvidence(cycleId: string, file: EvidenceFile): Promise<Blob | undefined> {
  const reply = await assembleFile((part) => callResolver('download-evidence', { cycleId, file, part }));
  if (!reply.ok) {
    announce(`${file} could not be read`, plainMessage(reply.error.message), 'error');
    return undefined;
  }
  announce(`${file} is ready`, 'Your browser saves it.');
  return new Blob([reply.data.text], { type: reply.data.mediaType });
}
