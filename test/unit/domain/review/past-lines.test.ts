import { describe, expect, it } from 'vitest';
import type { Cycle } from '../../../../src/domain/review/cycle';
import { coversAll, pastLines } from '../../../../src/domain/review/past-lines';
import { aReview } from '../../../builders/a-review';
import { aCleanup } from '../../../builders/a-seat';

const JIRA = aCleanup('ada');
const CONFLUENCE = aCleanup('ada', ['local'], { product: 'confluence' });

/** A review of some products alone, under its own id. */
function covering(cycleId: string, products: readonly string[] | null, seats = [JIRA, CONFLUENCE]): Cycle {
  const under = seats.filter(({ product }) => products?.includes(product) !== false);
  return { ...aReview({ seats: under }).cycle, cycleId, products };
}

const found = (cycles: readonly Cycle[], products: readonly string[] | null = null) =>
  Object.fromEntries([...pastLines(cycles, products)].map(([seat, { cycle }]) => [seat, cycle.cycleId]));

describe('What a review looks back at', () => {
  it('is the newest review of each product', () => {
    const cycles = [covering('newest', ['jira-software']), covering('older', null)];
    expect(found(cycles)).toEqual({ 'jira-software/ada': 'newest', 'confluence/ada': 'older' });
  });

  it('is no older review of a product whose newest had no line of the seat', () => {
    const bob = aCleanup('bob');
    const cycles = [covering('newest', ['jira-software'], [bob]), covering('older', null, [JIRA])];
    expect(found(cycles)).toEqual({ 'jira-software/bob': 'newest' });
  });

  it('ends with a review of all products', () => {
    expect(found([covering('newest', null, [JIRA]), covering('older', null)])).toEqual({
      'jira-software/ada': 'newest',
    });
  });

  it('leaves out products that are not under review', () => {
    expect(found([covering('newest', null)], ['confluence'])).toEqual({ 'confluence/ada': 'newest' });
  });
});

describe('No older review is needed', () => {
  it.each<[string, (readonly string[] | null)[], readonly string[] | null, boolean]>([
    ['after one of all products', [null], null, true],
    ['after one of each product under review', [['confluence'], ['loom']], ['loom', 'confluence'], true],
    ['but while a product under review is left', [['confluence']], ['loom', 'confluence'], false],
    ['but for a review of all products after reviews of some', [['confluence']], null, false],
  ])('%s', (_, reviewed, products, covered) => {
    const cycles = reviewed.map((each) => ({ products: each }));
    expect(coversAll(cycles, products)).toBe(covered);
  });
});
