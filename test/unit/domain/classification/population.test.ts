import { describe, expect, it } from 'vitest';
import { independentProofs, provePopulation } from '../../../../src/domain/classification/population';
import type { SeatMark } from '../../../../src/domain/seat';
import type { SnapshotHeader } from '../../../../src/domain/snapshot';
import { aHeader } from '../../../builders/a-header';
import { aCountedProduct, aProduct } from '../../../builders/a-product';
import { aSeat } from '../../../builders/a-seat';

const JIRA = 'jira-software';

type Moves = SnapshotHeader['movedDuringScan'];

/** A proof on Jira: seats by account id with their marks, and what Atlassian reports. */
function prove(seats: Readonly<Record<string, readonly SeatMark[]>>, userCount: number, moves: Moves = []) {
  const header = aHeader({ products: [aCountedProduct(JIRA, userCount)], movedDuringScan: moves });
  const found = Object.entries(seats).map(([id, marks]) => aSeat(id, { marks }));
  const [proof] = provePopulation(header, found);
  if (proof === undefined) throw new Error('nothing was proved');
  return proof;
}

const moved = (accountId: string, change: 'joined' | 'left', product = JIRA): Moves[number] => ({
  accountId,
  change,
  product,
});

describe('A reported count', () => {
  it('that equals our seats leaves nothing to explain', () => {
    expect(prove({ ada: [], bob: [] }, 2)).toMatchObject({ enumerated: 2, explained: [], unexplained: 0 });
  });

  it('above our seats without a reason is unexplained by that many', () => {
    expect(prove({ ada: [] }, 3).unexplained).toBe(2);
  });

  it('below our seats without a reason is unexplained by that many', () => {
    expect(prove({ ada: [], bob: [] }, 1).unexplained).toBe(-1);
  });
});

describe('Atlassian’s count of admin-only holders', () => {
  it('is not believed to leave them out while the counts agree with them', () => {
    expect(prove({ ada: [], root: ['admin-only'] }, 2).explained).toEqual([]);
  });

  it('explains a lower count by naming them', () => {
    expect(prove({ ada: [], root: ['admin-only'] }, 1)).toMatchObject({
      explained: [{ reason: 'admin-only', direction: 'enumerated-only', accountIds: ['root'] }],
      unexplained: 0,
    });
  });

  it('explains by all of them or none', () => {
    expect(prove({ ada: [], root: ['admin-only'], toor: ['admin-only'] }, 2)).toMatchObject({
      explained: [],
      unexplained: -1,
    });
  });

  it('names them sorted', () => {
    expect(prove({ toor: ['admin-only'], root: ['admin-only'] }, 0).explained[0]?.accountIds).toEqual([
      'root',
      'toor',
    ]);
  });

  it('leaves the rest unexplained when they are not enough', () => {
    expect(prove({ ada: [], bob: [], root: ['admin-only'] }, 1)).toMatchObject({
      explained: [{ accountIds: ['root'] }],
      unexplained: -1,
    });
  });
});

describe('Atlassian’s count of inferred-only holders', () => {
  it('explains a lower count by naming them', () => {
    expect(prove({ ada: [], org: ['inferred-only'] }, 1).explained).toEqual([
      { reason: 'inferred-only', direction: 'enumerated-only', accountIds: ['org'] },
    ]);
  });

  it('is told apart from that of admin-only holders', () => {
    const seats = { ada: [], org: ['inferred-only'], ora: ['inferred-only'], root: ['admin-only'] } as const;
    expect(prove(seats, 2).explained.map(({ reason }) => reason)).toEqual(['inferred-only']);
  });

  it('names an account that is both once', () => {
    const seats = { ada: [], org: ['admin-only', 'inferred-only'], root: ['admin-only'] } as const;
    expect(prove(seats, 1)).toMatchObject({
      explained: [{ reason: 'admin-only', accountIds: ['org', 'root'] }],
      unexplained: 0,
    });
  });
});

describe('Among several explanations', () => {
  const root = ['admin-only'] as const;
  const org = ['inferred-only'] as const;

  it('the one with the fewest reasons is told', () => {
    const moves = [moved('lea', 'left'), moved('lou', 'left')];
    expect(prove({ ada: [], root, org }, 1, moves).explained.map(({ accountIds }) => accountIds)).toEqual([
      ['lea', 'lou'],
    ]);
  });

  it('one that leaves less unexplained goes before one with fewer reasons', () => {
    const proof = prove({ ada: [], root, org }, 1, [moved('lea', 'left')]);
    expect(proof.explained.map(({ reason }) => reason)).toEqual(['admin-only', 'inferred-only']);
  });

  it('the first is told of those that explain as much', () => {
    expect(prove({ ada: [], root, org }, 2).explained.map(({ reason }) => reason)).toEqual(['admin-only']);
  });

  it('an account that two reasons name is counted under the first', () => {
    const seats = { root, both: [...root, ...org], org };
    expect(prove(seats, 0)).toMatchObject({
      explained: [{ accountIds: ['both', 'root'] }, { accountIds: ['org'] }],
      unexplained: 0,
    });
  });
});

describe('Changes during the scan', () => {
  it('explain a higher count by who joined', () => {
    expect(prove({ ada: [] }, 2, [moved('bob', 'joined')]).explained).toEqual([
      { reason: 'joined-or-left-during-scan', direction: 'reported-only', accountIds: ['bob'] },
    ]);
  });

  it('explain a lower count by who left', () => {
    expect(prove({ ada: [], bob: [] }, 1, [moved('bob', 'left')]).explained).toEqual([
      { reason: 'joined-or-left-during-scan', direction: 'enumerated-only', accountIds: ['bob'] },
    ]);
  });

  it('name people sorted', () => {
    const proof = prove({}, 2, [moved('cem', 'joined'), moved('bob', 'joined')]);
    expect(proof.explained[0]?.accountIds).toEqual(['bob', 'cem']);
  });

  it('do not explain a lower count by who joined', () => {
    expect(prove({ ada: [], bob: [] }, 1, [moved('bob', 'joined')]).unexplained).toBe(-1);
  });

  it('of another product explain nothing', () => {
    expect(prove({ ada: [] }, 2, [moved('bob', 'joined', 'confluence')]).unexplained).toBe(1);
  });

  it('are named only as far as they bring the counts together', () => {
    const proof = prove({ ada: [], bob: [] }, 2, [moved('bob', 'left'), moved('cem', 'joined')]);
    expect(proof.explained).toEqual([]);
  });
});

describe('What is proved', () => {
  it('is every billable product whose count is reported, sorted', () => {
    const products = [
      aCountedProduct('jira-servicedesk', 0),
      aCountedProduct('confluence', 0),
      aProduct(JIRA),
    ];
    const proofs = provePopulation(aHeader({ products }), []);
    expect(proofs.map(({ product }) => product)).toEqual(['confluence', 'jira-servicedesk']);
  });

  it('is the number of the product’s own seats', () => {
    const header = aHeader({ products: [aCountedProduct(JIRA, 1)] });
    const seats = [aSeat('ada'), aSeat('bob', { product: 'confluence' })];
    expect(provePopulation(header, seats)[0]?.enumerated).toBe(1);
  });

  it('is not jira-core, whose seats hide behind others', () => {
    expect(provePopulation(aHeader({ products: [aCountedProduct('jira-core', 5)] }), [])).toEqual([]);
  });

  it('is not a free product', () => {
    const free = { ...aCountedProduct(JIRA, 5), scope: 'outside-scope' as const };
    expect(provePopulation(aHeader({ products: [free] }), [])).toEqual([]);
  });

  it('is the count after the scan', () => {
    const product = aProduct(JIRA, { reported: { before: 7, after: 1, source: 'applicationrole' } });
    expect(provePopulation(aHeader({ products: [product] }), [aSeat('ada')])[0]?.unexplained).toBe(0);
  });

  it('says whose count it is', () => {
    const product = aProduct('confluence', { reported: { before: 0, after: 0, source: 'users-count' } });
    expect(provePopulation(aHeader({ products: [product] }), [])[0]?.source).toBe('users-count');
  });

  it('is independent for the Jira family only', () => {
    const products = [aCountedProduct(JIRA, 0), aCountedProduct('confluence', 0)];
    const proofs = independentProofs(provePopulation(aHeader({ products }), []));
    expect(proofs.map(({ product }) => product)).toEqual([JIRA]);
  });
});
