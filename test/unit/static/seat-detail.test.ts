import { describe, expect, it } from 'vitest';
import {
  accountInWords,
  factRows,
  otherProducts,
  outcomeInWords,
  outcomeName,
  ownersInWords,
  pathPictures,
  pathsTitle,
  supposition,
} from '../../../static/admin/view-models/seat-detail';
import { aPath, aSeatDetail, NOW } from './builders';
import { aFact, anOutcome } from './seat-builders';

const SCANNED = '2026-11-20T09:00:00.000Z';

describe('the picture of a seat’s paths', () => {
  it('names each source in words', () => {
    expect(pathPictures(aSeatDetail())[0]).toMatchObject({
      label: 'Local group',
      name: 'legacy-contractors',
    });
  });

  it('tells which paths a removal would end and which it would leave', () => {
    const seat = aSeatDetail({
      paths: [aPath(), aPath({ groupId: 'g-idp', groupName: 'idp', source: 'scim' })],
    });
    expect(pathPictures(seat).map(({ after }) => after)).toEqual(['Would be removed', 'Would stay']);
  });

  it('says nothing of a removal where nothing would be removed', () => {
    const seat = aSeatDetail({ leaving: { by: 'nobody', groups: [] } });
    expect(pathPictures(seat)[0]?.after).toBe('');
  });

  it('shows why a source was told, and what else the group gives', () => {
    const pathReasons = [{ path: aPath(), why: 'managed by administrators', alsoGives: ['Confluence'] }];
    expect(pathPictures(aSeatDetail({ pathReasons }))[0]?.about).toBe(
      'Managed by administrators. Also gives Confluence.',
    );
  });

  it('says how many paths there are', () => {
    expect([pathsTitle({ paths: [aPath()] }), pathsTitle({ paths: [aPath(), aPath()] })]).toEqual([
      'The one path',
      '2 paths, each enough to keep the seat',
    ]);
  });
});

describe('what would remain supposes', () => {
  const groups = [{ id: 'g', name: 'everybody' }];
  const said = (by: 'review' | 'owners' | 'identity' | 'nobody', left = groups) =>
    supposition(aSeatDetail({ leaving: { by, groups: left } }));

  it('the removal that a review may make', () => {
    expect(said('review')).toBe('Remove from *legacy-contractors*: Jira then ends.');
  });

  it('the consent of the owners', () => {
    expect([said('owners'), said('owners', [])]).toEqual([
      'Once every owner agrees, a review may remove from *everybody*.',
      'No group is ours to leave, even when every owner agrees: the owners end the access themselves.',
    ]);
  });

  it('that the identity provider acts', () => {
    expect(said('identity')).toBe('If the identity provider took the account out of *everybody*:');
  });

  it('what nobody may do, or nothing', () => {
    expect([said('nobody'), said('nobody', [])]).toEqual([
      'Nothing may be removed, because leaving *everybody* would do this:',
      'Nothing would be removed here, so everything stays.',
    ]);
  });
});

describe('what becomes of a product', () => {
  it.each([
    ['Ends', {}],
    ['Ends, although it may be needed', { live: true }],
    ['Ends; a lesser role stays', { through: [aPath({ role: 'guest' })] }],
    ['Stays', { ends: false, billedAfter: true }],
    ['Stays, and becomes a seat of its own', { ends: false, billed: false, billedAfter: true }],
  ])('is said as “%s”', (words, change) => {
    expect(outcomeInWords(anOutcome(change))).toBe(words);
  });

  it('is marked where the access costs nothing', () => {
    expect(outcomeName(anOutcome({ productName: 'Compass', billed: false }))).toBe('Compass (does not bill)');
  });

  it('is followed by what the table leaves out', () => {
    const two = [anOutcome(), anOutcome({ product: 'confluence' })];
    expect([
      otherProducts({ outcomes: two, othersUnseen: false }),
      otherProducts({ outcomes: [anOutcome()], othersUnseen: false }),
      otherProducts({ outcomes: [anOutcome()], othersUnseen: true }),
    ]).toEqual([
      '',
      'No other product of this account was found.',
      expect.stringMatching(/not shown to you.*Settings/),
    ]);
  });
});

describe('facts', () => {
  it('that tell a time are as old as that time, at the scan and now', () => {
    const facts = [aFact({ value: '', happenedAt: '2026-05-22T09:00:00.000Z', asOf: SCANNED })];
    expect(factRows(aSeatDetail({ facts, asOf: SCANNED }), NOW)[0]).toMatchObject({
      value: '22 May 2026, 09:00 UTC',
      ageAtScan: '182 days',
      ageNow: '184 days',
    });
  });

  it('without a time are as old as their reading', () => {
    const facts = [aFact({ asOf: SCANNED })];
    expect(factRows(aSeatDetail({ facts, asOf: SCANNED }), NOW)[0]).toMatchObject({
      value: 'None',
      ageAtScan: 'Same day',
      ageNow: '2 days',
    });
  });

  it('of last use say what they cannot see, and no others do', () => {
    const facts = [aFact({ isLastUse: true }), aFact()];
    expect(factRows(aSeatDetail({ facts }), NOW).map(({ limits }) => limits)).toEqual([
      'Last use lags up to 24 hours, needs a page view of two seconds, and does not see API tokens.',
      '',
    ]);
  });
});

describe('the account', () => {
  it('is not called managed when nobody told', () => {
    expect(accountInWords(aSeatDetail({ claim: 'unknown' }))[1]).toBe(
      'It is unknown whether the organization manages this account.',
    );
  });

  it('says why it looks technical', () => {
    const seat = aSeatDetail({ identity: 'non-human', identityReason: 'the word "bot"' });
    expect(accountInWords(seat)[0]).toBe('Looks like a technical account: the word "bot".');
  });

  it('says in words what makes it more than a plain user, also what we have no word for', () => {
    expect(accountInWords(aSeatDetail({ privilege: ['project-lead', 'platform-role:billing'] }))[2]).toBe(
      'More than a plain user: it leads a project and holds platform-role:billing.',
    );
  });

  it('names the owners that the verdict points to', () => {
    expect(ownersInWords({ owners: ['identity', 'privileged'] })).toBe(
      'The decision points to: identity provider and privileged access.',
    );
    expect(ownersInWords({ owners: [] })).toBe('');
  });
});
