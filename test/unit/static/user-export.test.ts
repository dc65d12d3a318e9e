import { describe, expect, it } from 'vitest';
import type { ExportPartView } from '../../../src/contract/settings-replies';
import {
  exportInWords,
  meaningChoices,
  personCells,
  problemText,
  whyNotImportable,
  withMeaning,
  withPart,
} from '../../../static/admin/view-models/user-export';
import { theSettings } from './builders';

const NOW = '2026-11-02T09:00:00.000Z';
const PERSON = {
  row: 2,
  person: 'ada',
  addedToOrg: '2023-01-10T00:00:00.000Z',
  platformRoles: [],
  uses: { 'jira-software': '2026-10-01T00:00:00.000Z' },
  never: ['confluence'],
  untold: ['elsewhere'],
};

function aPart(change: Partial<ExportPartView> = {}): ExportPartView {
  return {
    importId: 'import-1',
    columns: [
      { heading: 'User id', meaning: 'account-id' },
      { heading: 'Last seen in Jira - other', meaning: null },
    ],
    rows: 3,
    sample: [PERSON],
    problems: [],
    problemCount: 0,
    ...change,
  };
}

function imported(exportedOn: string, countsUntil: string) {
  const userExport = { exportedOn, countsUntil, people: 412, importedBy: 'ada', importedAt: NOW };
  return exportInWords(theSettings({ userExport }), NOW);
}

describe('The panel of the user export says', () => {
  it('that none is imported, and what that means', () => {
    expect(exportInWords(theSettings(), NOW)).toMatchObject({ state: 'none' });
  });

  it('until when an export counts', () => {
    expect(imported('2026-10-26T00:00:00.000Z', '2026-11-02T00:00:00.000Z')).toEqual({
      state: 'counts',
      text: '412 people, as of 26 Oct 2026 (7 days ago). Scans go by it until 2 Nov 2026.',
    });
  });

  it('that an older one tells nothing any more', () => {
    expect(imported('2026-10-25T00:00:00.000Z', '2026-11-01T00:00:00.000Z')).toMatchObject({
      state: 'old',
      text: expect.stringContaining('import a new one') as string,
    });
  });

  it('that nobody needs one beside a key', () => {
    const settings = theSettings();
    const orgKey = { ...settings.orgKey, present: true };
    expect(exportInWords({ ...settings, orgKey }, NOW).state).toBe('not-used');
  });
});

describe('A file in parts', () => {
  it('counts its rows and problems over all of them and shows its first rows', () => {
    const problem = { row: 9, column: null, text: 'no.' };
    const second = aPart({ rows: 0, sample: [], problems: [problem], problemCount: 1 });
    expect(withPart(withPart(null, aPart()), second)).toMatchObject({
      parts: 2,
      rows: 3,
      sample: [PERSON],
      problemCount: 1,
    });
  });

  it('is imported only without problems and with rows', () => {
    const whole = withPart(null, aPart());
    expect(whyNotImportable(whole)).toBeNull();
    expect(whyNotImportable(null)).toMatch(/Choose the file/);
    expect(whyNotImportable({ ...whole, problemCount: 1 })).toMatch(/problems/);
    expect(whyNotImportable({ ...whole, rows: 0 })).toMatch(/no rows/);
  });
});

describe('What a column tells', () => {
  it('may be any product that the file names, or another site', () => {
    const columns = [{ heading: 'x', meaning: 'last-seen:loom' as const }];
    const labels = meaningChoices(columns).map(({ label }) => label);
    expect(labels).toEqual(
      expect.arrayContaining(['Last use of Loom', 'Last use of a product of another site']),
    );
  });

  it('is said of one column and leaves the others as they are', () => {
    const { columns } = aPart();
    expect(withMeaning(columns, 1, 'last-seen:elsewhere').map(({ meaning }) => meaning)).toEqual([
      'account-id',
      'last-seen:elsewhere',
    ]);
    expect(withMeaning(columns, 0, 'nonsense')).toEqual(columns);
  });
});

describe('A row and a problem in words', () => {
  it('tells each product as it was understood', () => {
    expect(personCells(PERSON)).toEqual([
      '2',
      'ada',
      '10 Jan 2023',
      'Jira: 1 Oct 2026 · Confluence: never used · Another site: not told',
    ]);
  });

  it('shows no mark of an e-mail address', () => {
    expect(personCells({ ...PERSON, person: 'email:0f3a' })[1]).toBe('Found by e-mail address');
  });

  it('names row and column', () => {
    expect(problemText({ row: 1_001, column: 'Added to org', text: 'is no date.' })).toBe(
      'Row 1,001, column “Added to org”: is no date.',
    );
  });
});
