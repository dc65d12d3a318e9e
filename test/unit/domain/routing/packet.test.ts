import { describe, expect, it } from 'vitest';
import { OWNER_CLASSES } from '../../../../src/contract/words';
import { namesOf } from '../../../../src/domain/classification/explain';
import { causeOf, packetFor, questionOf, whyNotLocal } from '../../../../src/domain/routing/packet';
import { aHeader } from '../../../builders/a-header';
import { aSyncedGroup } from '../../../builders/a-group';
import { aGroupPath, aRouteOut, aSyncedSeat } from '../../../builders/a-seat';
import { daysAhead, TAKEN_AT } from '../../../builders/times';

const NAMES = namesOf(
  aHeader({ groups: [{ ...aSyncedGroup('synced', 'jira-software'), name: 'okta-jira' }] }),
);
describe('A case', () => {
  it('of a synced group is one, however many people it holds', () => {
    const causes = ['ada', 'bob'].map((id) => causeOf('identity', aSyncedSeat(id), NAMES));
    expect(new Set(causes)).toEqual(new Set(['Synced group okta-jira']));
  });

  it('of several synced groups names them all, sorted', () => {
    const paths = [aGroupPath('z', 'scim'), aGroupPath('a', 'scim')];
    expect(causeOf('identity', aSyncedSeat('ada', { paths }), NAMES)).toBe('Synced groups a and z');
  });

  it('of the app names the product', () => {
    expect(causeOf('app', aRouteOut('svc'), NAMES)).toBe('Decisions of the owner of Jira');
  });

  it('asks the identity owner to separate the grants when something in use hangs on them', () => {
    expect(questionOf('identity', [aSyncedSeat('ada', { reason: 'idp-owned-shared' })])).toContain(
      'separate groups',
    );
  });

  it('asks the identity owner to let people go when nothing else is in use', () => {
    expect(questionOf('identity', [aSyncedSeat('ada')])).toContain('leave the groups');
  });

  it.each(OWNER_CLASSES)('has a cause, a question and a reason for the owner %s', (owner) => {
    const seat = aRouteOut('svc');
    expect(causeOf(owner, seat, NAMES)).not.toBe('');
    expect(questionOf(owner, [seat])).toMatch(/\?$/);
    expect(whyNotLocal(owner)).toMatch(/\.$/);
  });
});

it('puts everything into one text, with account ids only', () => {
  const elseEnds = [{ product: 'confluence', activity: 'stale' as const, live: false }];
  const text = packetFor({
    owner: 'identity',
    contact: 'idm@acme.example',
    cause: 'Synced group okta-jira',
    dueAt: daysAhead(14),
    asOf: TAKEN_AT,
    seats: [
      aSyncedSeat('ada', { elseEnds }),
      aSyncedSeat('ada', { product: 'confluence' }),
      aSyncedSeat('bob'),
    ],
    names: NAMES,
    rehearsal: false,
    inProjects: ({ accountId }) => (accountId === 'bob' ? 'Administration in OPS ends.' : ''),
    groupUse: ['*okta-jira*: Leaving it can end administration of OPS.'],
  });
  expect(text.split('\n')).toEqual([
    'To: idm@acme.example (identity owner)',
    'About: Synced group okta-jira',
    expect.stringMatching(/^Question: /),
    expect.stringMatching(/^Why we ask you: /),
    'Please answer by 2026-11-16. Facts as of 2026-11-02T09:00:00.000Z.',
    '3 seats of 2 people:',
    expect.stringMatching(/^- ada: Billable for Jira .* With it would end: Confluence\.$/),
    expect.stringMatching(/^- ada: Billable for Confluence .* Only the identity provider can end it\.$/),
    expect.stringMatching(/^- bob: .* Administration in OPS ends\.$/),
    'Where the groups are used in projects:',
    '- *okta-jira*: Leaving it can end administration of OPS.',
  ]);
});
