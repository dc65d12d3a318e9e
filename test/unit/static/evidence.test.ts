import { describe, expect, it } from 'vitest';
import type { EvidencePart } from '../../../src/contract/evidence-replies';
import type { Reply } from '../../../src/contract/resolvers';
import {
  assembleFile,
  chainInWords,
  cycleNotice,
  isEvidenceFile,
  signOffObstacles,
} from '../../../static/admin/view-models/evidence';
import { aCycle, aSession, NO_ROLES } from './builders';

function partsOf(...texts: string[]): (part: number) => Promise<Reply<EvidencePart>> {
  return (part) =>
    Promise.resolve({
      ok: true,
      data: { file: 'lines.csv', part, parts: texts.length, mediaType: 'text/csv', text: texts[part] ?? '' },
    });
}

describe('an evidence file', () => {
  it('is put together from all its parts in order', async () => {
    await expect(assembleFile(partsOf('a,b\n', '1,2\n', '3,4\n'))).resolves.toEqual({
      ok: true,
      data: { text: 'a,b\n1,2\n3,4\n', mediaType: 'text/csv' },
    });
  });

  it('is not given when a part cannot be read', async () => {
    const broken = {
      ok: false,
      error: { code: 'evidence.broken', message: 'A record is missing.' },
    } as const;
    const readPart = (part: number) => (part === 1 ? Promise.resolve(broken) : partsOf('a', 'b')(part));
    await expect(assembleFile(readPart)).resolves.toBe(broken);
  });

  it('is offered only under a name of the contract', () => {
    expect(isEvidenceFile('ledger.json')).toBe(true);
    expect(isEvidenceFile('../secrets')).toBe(false);
  });
});

describe('the chain of records', () => {
  it('is called broken when it is', () => {
    const view = { cycles: [], cycle: null, files: [], records: 3, headHash: 'h', afterSignOff: [] };
    expect(chainInWords({ ...view, chainIntact: true })).toBe('The chain of 3 records is intact.');
    expect(chainInWords({ ...view, chainIntact: false })).toContain('broken');
  });
});

describe('sign-off', () => {
  it('waits for what the review waits for', () => {
    expect(signOffObstacles(aCycle({ blockers: ['2 lines are undecided.'] }), aSession())).toEqual([
      '2 lines are undecided.',
    ]);
    expect(signOffObstacles(aCycle(), aSession())).toEqual([]);
  });

  it('is for the person named in Settings', () => {
    expect(signOffObstacles(aCycle(), aSession({ roles: NO_ROLES }))).toEqual([
      'Only the person named in Settings signs off.',
    ]);
  });

  it('is given once', () => {
    expect(signOffObstacles(aCycle({ state: 'signed-off' }), aSession())).toHaveLength(1);
    expect(cycleNotice(aCycle({ state: 'signed-off' }))).toContain('read-only');
    expect(cycleNotice(aCycle({ state: 'cancelled' }))).toContain('cancelled before its sign-off');
  });
});
