import { describe, expect, it } from 'vitest';
import {
  accountInWords,
  factRows,
  otherProducts,
  ownersInWords,
  pathPictures,
} from '../../../static/admin/view-models/seat-detail';
import { aPath, aSeatDetail, NOW } from './builders';

describe('the picture of a seat’s paths', () => {
  it('says each path in words too', () => {
    const [picture] = pathPictures(aSeatDetail());
    expect(picture?.words).toBe('The account holds Jira as user through legacy-contractors (local group).');
  });

  it('tells which paths a removal would end and which it would leave', () => {
    const seat = aSeatDetail({
      paths: [aPath(), aPath({ groupId: 'g-idp', groupName: 'idp', source: 'scim' })],
    });
    expect(pathPictures(seat).map(({ after }) => after)).toEqual(['Would be removed', 'Would stay']);
  });

  it('shows why a source was told', () => {
    const seat = aSeatDetail({ pathReasons: [{ path: aPath(), why: 'Managed by administrators' }] });
    expect(pathPictures(seat)[0]?.why).toBe('Managed by administrators');
  });
});

describe('what else would end', () => {
  it('is named with its use', () => {
    const seat = aSeatDetail({
      elseEnds: [
        { product: 'confluence', productName: 'Confluence', activity: 'active', live: true, use: 'in use' },
        { product: 'compass', productName: 'Compass', activity: 'stale', live: false, use: 'idle' },
      ],
    });
    expect(otherProducts(seat)).toEqual([
      'Confluence would end too (in use), so nothing may be removed.',
      'Compass would end too (idle).',
    ]);
  });

  it('is followed by what stays', () => {
    const stays = ['The Confluence licence stays, through *wiki* (local group).'];
    expect(otherProducts(aSeatDetail({ stays }))).toEqual(stays);
  });
});

describe('facts', () => {
  it('that are times are shown as days', () => {
    const facts = [{ label: 'last use', value: '2026-05-22T09:00:00.000Z', source: 'x', asOf: NOW }];
    expect(factRows(aSeatDetail({ facts }), NOW)[0]?.value).toBe('22 May 2026 (184 days ago)');
  });

  it('carry their source and the day on which it was read', () => {
    const facts = [
      { label: 'claim', value: 'managed', source: 'organization API', asOf: '2026-11-20T09:00:00.000Z' },
    ];
    expect(factRows(aSeatDetail({ facts }), NOW)[0]).toMatchObject({
      label: 'Claim',
      source: 'organization API',
      read: '20 Nov 2026, 2 days ago',
    });
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

  it('names the owners that the verdict points to', () => {
    expect(ownersInWords({ owners: ['identity', 'privileged'] })).toBe(
      'The decision points to: identity provider and privileged access.',
    );
    expect(ownersInWords({ owners: [] })).toBe('');
  });
});
