import { describe, expect, it } from 'vitest';
import { toSeries, toSlices } from '../../local/page/charts/chart-data';
import { wrapLabel } from '../../local/page/charts/wrap-label';

describe('data of a chart', () => {
  it('may be arrays', () => {
    expect(toSeries([['Jira', 3]], 0, 1)).toEqual({
      names: [''],
      rows: [{ label: 'Jira', values: { '': 3 } }],
    });
  });

  it('may be objects, grouped by colour', () => {
    const data = [
      { product: 'Jira', source: 'default', seats: 2 },
      { product: 'Jira', source: 'scim', seats: 1 },
      { product: 'Confluence', source: 'scim', seats: 4 },
    ];
    expect(toSeries(data, 'product', 'seats', 'source')).toEqual({
      names: ['default', 'scim'],
      rows: [
        { label: 'Jira', values: { default: 2, scim: 1 } },
        { label: 'Confluence', values: { scim: 4 } },
      ],
    });
  });

  it('adds up values that meet at one place', () => {
    expect(
      toSeries(
        [
          ['a', 1],
          ['a', 2],
        ],
        0,
        1,
      ).rows,
    ).toEqual([{ label: 'a', values: { '': 3 } }]);
  });

  it('counts what is no number as nothing', () => {
    expect(toSeries([['a', 'many']], 0, 1).rows).toEqual([{ label: 'a', values: { '': 0 } }]);
  });

  it('becomes slices with their share, without the empty ones', () => {
    const slices = toSlices(
      [
        ['a', 3],
        ['b', 1],
        ['c', 0],
      ],
      0,
      1,
    );
    expect(slices).toEqual([
      { name: 'a', value: 3, share: 0.75 },
      { name: 'b', value: 1, share: 0.25 },
    ]);
  });
});

describe('labels of a chart', () => {
  it('break between words', () => {
    expect(wrapLabel('Jira Service Management', 12)).toEqual(['Jira Service', 'Management']);
  });

  it('are cut where a word is too long', () => {
    expect(wrapLabel('Administration', 8)).toEqual(['Adminis…']);
  });

  it('are cut after three lines', () => {
    expect(wrapLabel('one two three four', 5)).toEqual(['one', 'two', 'thre…']);
  });
});
