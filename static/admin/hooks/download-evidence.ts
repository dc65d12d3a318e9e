import type { EvidencePart } from '../../../src/contract/evidence-replies';
import type { PayloadOf, Reply } from '../../../src/contract/resolvers';
import type { EvidenceFile } from '../view-models/contract-types';
import { assembleFile } from '../view-models/evidence';
import { plainMessage } from '../view-models/message';
import { announce } from './announce';
import { callResolver } from './call-resolver';

/** Reads every part of an evidence file and hands it to the browser as one; says so when a part cannot be read. */
export async function downloadEvidence(cycleId: string, file: EvidenceFile): Promise<Blob | undefined> {
  return wholeFile(file, (part) => callResolver('download-evidence', { cycleId, file, part }));
}

/** The same for a file of a sample. */
export async function downloadSample(sample: PayloadOf<'download-sample'>): Promise<Blob | undefined> {
  return wholeFile(sample.file, (part) => callResolver('download-sample', { ...sample, part }));
}

async function wholeFile(
  file: string,
  readPart: (part: number) => Promise<Reply<EvidencePart>>,
): Promise<Blob | undefined> {
  const reply = await assembleFile(readPart);
  if (!reply.ok) {
    announce(`${file} could not be read`, plainMessage(reply.error.message), 'error');
    return undefined;
  }
  announce(`${file} is ready`, 'Your browser saves it.');
  return new Blob([reply.data.text], { type: reply.data.mediaType });
}
