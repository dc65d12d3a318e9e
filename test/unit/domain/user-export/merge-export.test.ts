import { describe, expect, it } from 'vitest';
import type { ExportedAccount } from '../../../../src/domain/user-export/exported-account';
import { mergeExport } from '../../../../src/domain/user-export/merge-export';

function row(change: Partial<ExportedAccount> = {}): ExportedAccount {
  return {
    row: 2,
    person: 'ada',
    addedToOrg: null,
    platformRoles: [],
    uses: {},
    never: [],
    untold: [],
    ...change,
  };
}

describe('Rows of an export', () => {
  it('about one account that tell the same are one', () => {
    expect(mergeExport([row(), row({ row: 3 })]).accounts).toHaveLength(1);
  });

  it('keep every role that one of them names', () => {
    const rows = [row({ platformRoles: ['site-admin'] }), row({ row: 3, platformRoles: ['org-admin'] })];
    expect(mergeExport(rows).accounts[0]?.platformRoles).toEqual(['org-admin', 'site-admin']);
  });

  it('that contradict each other are refused with both places', () => {
    const rows = [row({ never: ['confluence'] }), row({ row: 9 })];
    expect(mergeExport(rows).problems).toEqual([
      { row: 9, column: null, text: 'row 2 tells something else about the same account.' },
    ]);
  });

  it('may be 20,000 and no more', () => {
    const rows = Array.from({ length: 20_001 }, (_, index) => row({ person: `p${String(index)}` }));
    expect(mergeExport(rows.slice(1)).accounts).toHaveLength(20_000);
    expect(mergeExport(rows).problems[0]?.text).toMatch(/20001 rows; an import takes 20000/);
  });

  it('must be there at all', () => {
    expect(mergeExport([]).problems[0]?.text).toMatch(/no rows/);
  });
});
