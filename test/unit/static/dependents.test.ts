import { describe, expect, it } from 'vitest';
import type { Dependents } from '../../../src/contract/execution-replies';
import { known, unknown } from '../../../src/domain/signal';
import { dependentCells, isUnread, summaryOf } from '../../../static/admin/view-models/dependents';
import { ME, SOMEBODY } from './builders';

function aRow(change: Partial<Dependents> = {}): Dependents {
  return {
    accountId: ME,
    issues: known(0),
    leads: known([]),
    filters: known(0),
    dashboards: known(0),
    ...change,
  };
}

const waits = unknown('Atlassian asks to wait before more is read.');

describe('a person’s row', () => {
  it('gives each number as a least', () => {
    const row = aRow({ issues: known(1_400), filters: known(2), dashboards: known(1) });
    expect(dependentCells(row)).toMatchObject({
      issues: 'At least 1,400',
      filters: 'At least 2',
      dashboards: 'At least 1',
    });
  });

  it('calls nought none that was seen', () => {
    expect(new Set(Object.values(dependentCells(aRow())))).toEqual(new Set(['None seen']));
  });

  it('never takes what was not read for nothing', () => {
    const row = aRow({ issues: waits, leads: waits, filters: waits, dashboards: waits });
    expect(new Set(Object.values(dependentCells(row)))).toEqual(new Set(['Not read']));
  });

  it('says that it is being read until it is', () => {
    expect(new Set(Object.values(dependentCells(undefined)))).toEqual(new Set(['Reading…']));
  });

  it('names three projects and counts the rest', () => {
    expect(dependentCells(aRow({ leads: known(['OPS', 'WEB']) })).leads).toBe('OPS and WEB');
    expect(dependentCells(aRow({ leads: known(['A', 'B', 'C', 'D', 'E']) })).leads).toBe(
      'A, B, C and 2 more',
    );
  });

  it('is worth reading again unless only a scan could tell more', () => {
    expect([aRow({ filters: waits }), aRow({ leads: waits }), aRow()].map(isUnread)).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('what the rows come to', () => {
  it('is how far the reading is, until it is done', () => {
    expect(summaryOf([aRow({ issues: known(3) })], 12)).toMatchObject({
      appearance: 'information',
      text: expect.stringMatching(/^1 of 12 people read\./) as string,
    });
  });

  it('is what to hand over first, each kind once', () => {
    const rows = [
      aRow({ issues: known(14), leads: known(['WEB', 'OPS']) }),
      aRow({ accountId: SOMEBODY, leads: known(['OPS']), filters: known(1), dashboards: known(2) }),
      aRow({ accountId: 'a third' }),
    ];
    expect(summaryOf(rows, 3)).toMatchObject({
      appearance: 'warning',
      title: 'Hand over first',
      text: 'Something depends on 2 people of 3. Before you remove them, assign their open issues to somebody else, name another lead of OPS and WEB and give another owner to filters and dashboards that others rely on.',
    });
  });

  it('is nothing seen only where everything was read', () => {
    expect(summaryOf([aRow()], 1).appearance).toBe('success');
    expect(summaryOf([aRow({ dashboards: waits })], 1).appearance).toBe('warning');
  });

  it('names what was not read, with how many people and why, beside what was found', () => {
    const rows = [
      aRow({ issues: known(1), filters: waits }),
      aRow({ accountId: SOMEBODY, filters: waits, leads: unknown('No scan has read them.') }),
    ];
    const { title, unread, mayTryAgain } = summaryOf(rows, 2);
    expect([title, mayTryAgain]).toEqual(['Hand over first', true]);
    expect(unread).toEqual([
      'Projects led of 1 person were not read: No scan has read them.',
      'Filters of 2 people were not read: Atlassian asks to wait before more is read.',
    ]);
  });
});
