import { describe, expect, it } from 'vitest';
import { problemInWords } from '../../../../src/domain/user-export/exported-account';
import { markOf, readExport, type ExportText } from '../../../../src/domain/user-export/read-export';

const SITE = { url: 'https://acme.atlassian.net', apps: [{ key: 'jira-core', name: 'Jira Administration' }] };
const HEADINGS =
  'User id,User name,email,User status,Added to org,Org role,Jira - acme,Last seen in Jira - acme,Confluence - acme,Last seen in Confluence - acme';

function read(lines: readonly string[], change: Partial<ExportText> = {}) {
  const text = lines.join('\r\n');
  return readExport({
    text,
    firstRow: 2,
    meanings: null,
    site: SITE,
    exportedOn: '2026-10-30T00:00:00.000Z',
    ...change,
  });
}

const first = (row: string, headings = HEADINGS) => read([headings, row]).accounts[0];
const problems = (lines: readonly string[], change: Partial<ExportText> = {}) =>
  read(lines, change).problems.map(problemInWords);

describe('A row of a user export', () => {
  it('tells days, uses and roles of one account', () => {
    expect(
      first(
        'ada,Ada Lovelace,ada@acme.example,Active,10 Jan 2023,Site admin,User,1 Oct 2026,User,Never accessed',
      ),
    ).toEqual({
      row: 2,
      person: 'ada',
      addedToOrg: '2023-01-10T00:00:00.000Z',
      platformRoles: ['site-admin'],
      uses: { 'jira-software': '2026-10-01T00:00:00.000Z' },
      never: ['confluence'],
      untold: [],
    });
  });

  it('keeps no name and no address', () => {
    const account = first('ada,Ada Lovelace,ada@acme.example,Active,10 Jan 2023,User,User,1 Oct 2026,None,');
    expect(JSON.stringify(account)).not.toMatch(/Lovelace|acme\.example/);
  });

  it('leaves open when a product was used that the account has and nothing tells', () => {
    expect(first('ada,,,Active,10 Jan 2023,,User,,User,1 Oct 2026')).toMatchObject({
      untold: ['jira-software'],
    });
  });

  it('leaves open when a product was used that the account has and no column tells of', () => {
    const headings = 'User id,Last seen in Jira - acme,Confluence - acme';
    expect(first('ada,1 Oct 2026,User', headings)?.untold).toEqual(['confluence']);
    expect(first('ada,1 Oct 2026,None', headings)?.untold).toEqual([]);
  });

  it('takes headings as they are, whatever they are called', () => {
    const headings = 'User id,Last seen in Jira - acme,constructor,__proto__,Last seen in constructor - acme';
    expect(first('ada,1 Oct 2026,x,y,2 Oct 2026', headings)?.uses).toEqual({
      'jira-software': '2026-10-01T00:00:00.000Z',
      constructor: '2026-10-02T00:00:00.000Z',
    });
  });

  it('leaves nothing open about a product that the account does not have', () => {
    expect(first('ada,,,Active,10 Jan 2023,,User,1 Oct 2026,None,')).toMatchObject({ untold: [], never: [] });
  });

  it('counts an org role that nobody knows as administration', () => {
    expect(first('ada,,,Active,,Guard admin,User,1 Oct 2026,None,')?.platformRoles).toEqual(['guard admin']);
  });

  it('knows a product by the name that the site gives it', () => {
    const headings = 'User id,Last seen in Jira - acme,Last seen in Jira Administration - acme.atlassian.net';
    expect(first('ada,1 Oct 2026,2 Oct 2026', headings)?.uses).toHaveProperty('jira-core');
  });

  it('keeps the use of a product that nobody knows', () => {
    const headings = 'User id,Last seen in Jira - acme,Last seen in Rovo Dev - acme';
    expect(first('ada,1 Oct 2026,2 Oct 2026', headings)?.uses).toHaveProperty('rovo-dev');
  });

  it('of the older shape goes by a mark of the e-mail address', () => {
    const headings = 'group_name,username,full_name,email,active,created,Last active in Jira';
    expect(first('staff,ada,Ada,Ada@Acme.example,Yes,10 Jan 2023,Never', headings)).toMatchObject({
      person: markOf('ada@acme.example'),
      never: ['jira-software'],
    });
  });
});

describe('An export is refused, with the place, when', () => {
  it.each([
    [
      'no column names accounts',
      ['Last seen in Jira - acme', '1 Oct 2026'],
      /Row 1: no column tells which account/,
    ],
    ['no column tells the use of Jira', ['User id', 'ada'], /Row 1: no column tells when Jira was last used/],
    [
      'a product is of another site',
      [`${HEADINGS},Last seen in Jira - other`, 'x'],
      /Row 1, column “Last seen in Jira - other”: this is a product of another site/,
    ],
    [
      'two columns tell the same',
      ['User id,Last seen in Jira - acme,Last seen in Jira Software - acme', 'ada,1 Oct 2026,2 Oct 2026'],
      /Row 1, column “Last seen in Jira Software - acme”: “Last seen in Jira - acme” tells the same/,
    ],
    [
      'a day can be read in two ways',
      ['User id,Last seen in Jira - acme', 'ada,1 Oct 2026', 'bob,03/04/2026'],
      /Row 3, column “Last seen in Jira - acme”: “03\/04\/2026” can be read as two/,
    ],
    [
      'a day lies after the export',
      ['User id,Last seen in Jira - acme', 'ada,31 Oct 2026'],
      /Row 2, column “Last seen in Jira - acme”: 31 Oct 2026 is later than the day of the export/,
    ],
    [
      'a row names no account',
      ['User id,Last seen in Jira - acme', ',1 Oct 2026'],
      /Row 2: the row does not say which/,
    ],
    [
      'a row is cut short',
      ['User id,Last seen in Jira - acme', 'ada'],
      /Row 2: the row has 1 cells, the headings 2/,
    ],
    [
      'a quotation mark stays open',
      ['User id,Last seen in Jira - acme', '"ada,1 Oct 2026'],
      /Row 2: (a quotation mark|the row has)/,
    ],
    [
      'the text is not UTF-8',
      ['User id,User name,Last seen in Jira - acme', 'ada,Ada,1 Oct 2026', 'bob,Bj\uFFFDrn,1 Oct 2026'],
      /Row 3: this is no text in UTF-8/,
    ],
  ])('%s', (_, lines, message) => {
    expect(problems(lines).join(' ')).toMatch(message);
    expect(read(lines).accounts).toEqual([]);
  });

  it('one of many rows is wrong: nothing of it is taken', () => {
    const rows = ['ada,1 Oct 2026', 'bob,nonsense', 'cyd,1 Oct 2026'];
    expect(read(['User id,Last seen in Jira - acme', ...rows]).accounts).toEqual([]);
  });
});

describe('Rows and columns', () => {
  it('count as a spreadsheet counts them, empty rows included', () => {
    const lines = ['User id,Last seen in Jira - acme', '', 'ada,nonsense', ''];
    expect(problems(lines)).toEqual([expect.stringMatching(/^Row 3/)]);
  });

  it('of a later part of a file count on', () => {
    const lines = ['User id,Last seen in Jira - acme', 'ada,nonsense'];
    expect(problems(lines, { firstRow: 1_001 })).toEqual([expect.stringMatching(/^Row 1001/)]);
  });

  it('mean what somebody said where their headings do not tell', () => {
    const lines = ['Who,When,Jira somewhere', 'ada,1 Oct 2026,2 Oct 2026'];
    const meanings = ['account-id', 'last-seen:jira-software', 'last-seen:elsewhere'] as const;
    expect(read(lines, { meanings }).accounts).toMatchObject([
      {
        person: 'ada',
        uses: { 'jira-software': '2026-10-01T00:00:00.000Z', elsewhere: '2026-10-02T00:00:00.000Z' },
      },
    ]);
  });

  it('are found behind a byte order mark and between semicolons', () => {
    expect(read(['\uFEFFUser id;Last seen in Jira - acme', 'ada;1 Oct 2026']).accounts).toHaveLength(1);
  });
});
