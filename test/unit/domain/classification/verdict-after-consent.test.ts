import { describe, expect, it } from 'vitest';
import { verdictAfterConsent } from '../../../../src/domain/classification/verdict-after-consent';
import {
  aCleanup,
  aGroupPath,
  aHold,
  anAccountPath,
  aRouteOut,
  aSplit,
  aSyncedSeat,
} from '../../../builders/a-seat';
import type { AccessPath } from '../../../../src/domain/seat';

const after = (...paths: AccessPath[]) => verdictAfterConsent(aRouteOut('svc', ['technical'], { paths }));
const LOCAL = aGroupPath('local', 'local');

describe('Once its owners consented a route-out comes to', () => {
  it('a cleanup when every path is default or local', () => {
    expect(after(LOCAL, aGroupPath('default', 'default'))).toEqual({
      verdict: 'cleanup',
      reason: 'local-paths',
    });
  });

  it('a split when a synced path stands beside', () => {
    expect(after(LOCAL, aGroupPath('synced', 'scim'))).toEqual({
      verdict: 'split',
      reason: 'mixed-ownership',
    });
  });

  it('a hold when a source is unknown', () => {
    expect(after(LOCAL, aGroupPath('odd', 'unknown'))).toEqual({ verdict: 'hold', reason: 'source-unknown' });
  });

  it.each([
    ['a team gives it', aGroupPath('team', 'team')],
    ['it sits on the account', anAccountPath('direct')],
    ['its one local group is privileged', aGroupPath('admins', 'local', { privileged: true })],
  ])('no removal when %s alone', (_, path) => {
    expect(after(path)).toBeNull();
  });
});

it.each([
  ['a cleanup', aCleanup('ada')],
  ['a split', aSplit('ada')],
  ['a hold', aHold('ada')],
  ['a seat of the identity provider', aSyncedSeat('ada')],
])('%s waits for nobody’s consent', (_, seat) => {
  expect(verdictAfterConsent(seat)).toBeNull();
});
