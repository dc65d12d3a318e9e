import { describe, expect, it } from 'vitest';
import {
  assignmentSentences,
  assignmentTitle,
  matchInWords,
  movedUp,
  ruleErrors,
  ruleOf,
} from '../../../static/admin/view-models/assignment-form';
import { COLLEAGUE, ME, NOW } from './builders';

const domain = { kind: 'emailDomain', value: ' @Partner.Example ', reviewer: ME } as const;
const product = { match: { product: 'confluence' }, reviewer: ME };
const group = { match: { groupId: 'g-1' }, reviewer: COLLEAGUE };

describe('a rule of assignment', () => {
  it('takes a domain as people write it', () => {
    expect(ruleOf(domain)).toEqual({ match: { emailDomain: 'partner.example' }, reviewer: ME });
  });

  it('is not made of half a form', () => {
    expect(ruleErrors({ kind: 'product', value: '', reviewer: '' })).toEqual({
      value: 'Say which lines.',
      reviewer: 'Name who reviews them.',
    });
    expect(ruleOf({ ...domain, value: 'no domain' })).toBeNull();
  });

  it('is told by the name of its group, or by the id of one that is not known', () => {
    expect(matchInWords(group, [{ id: 'g-1', name: 'contractors' }])).toBe('Group contractors');
    expect(matchInWords(group, [])).toBe('Group g-1');
  });

  it('can be asked before its neighbour', () => {
    expect(movedUp([product, group], 1)).toEqual([group, product]);
    expect(movedUp([product, group], 0)).toEqual([product, group]);
  });
});

describe('what an assignment would mean', () => {
  const preview = {
    asOf: NOW,
    lines: 40,
    reviewers: [{ reviewer: ME, lines: 28 }],
    unassigned: 12,
    domainsWait: ['partner.example'],
  };

  it('counts the lines that somebody would get', () => {
    expect(assignmentTitle(preview)).toBe('28 of 40 lines would be assigned');
  });

  it('names who would get how many, and what only a scan can tell', () => {
    expect(assignmentSentences(preview)).toEqual([
      `${ME}: 28 lines.`,
      'Nobody: 12 lines. Any reviewer may decide them.',
      'Whose address is at partner.example is looked up by the next scan: addresses are not stored. Until then these rules match no line.',
    ]);
  });
});
