import { describe, expect, it } from 'vitest';
import { classifySnapshot } from '../../../../src/domain/classification/classify-snapshot';
import { explainSeat, namesOf } from '../../../../src/domain/classification/explain';
import { privilegeOf, sourceOf } from '../../../../src/domain/classification/path-source';
import { VERDICT_TABLE } from '../../../../src/domain/classification/verdict-table';
import { seatKey } from '../../../../src/domain/seat';
import { stageOrganization } from '../../../local/generate/generate-organization';
import { parseSeed } from '../../../local/organization/seed';
import { snapshotOf } from '../../generate/snapshot-of';

describe.each([3, 11])('In an organization of a thousand accounts, generated from %i,', (seed) => {
  const snapshot = snapshotOf(parseSeed(stageOrganization({ accounts: 1_000, seed }).organization));
  const seats = classifySnapshot(snapshot);
  const groups = new Map(snapshot.header.groups.map((group) => [group.id, group]));

  it('every row of the verdict table decides on somebody', () => {
    const found = new Set(seats.map(({ reason }) => reason));
    const readable = VERDICT_TABLE.map(({ reason }) => reason).filter((reason) => reason !== 'facts-unread');
    expect(readable.filter((reason) => !found.has(reason))).toEqual([]);
  });

  it('each seat is there once', () => {
    const keys = seats.map(({ accountId, product }) => seatKey(accountId, product));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('no removal set, consented or not, holds a synced, team, unknown or privileged group', () => {
    const forbidden = seats.flatMap(({ product, removalSet, consentedRemovalSet }) =>
      [...removalSet, ...consentedRemovalSet].filter((id) => {
        const group = groups.get(id);
        if (group === undefined || privilegeOf(group) !== 'plain') return true;
        return !['default', 'local'].includes(sourceOf(group, product).source);
      }),
    );
    expect(forbidden).toEqual([]);
  });

  it('the order of accounts and groups does not matter', () => {
    const { header, accounts } = snapshot;
    const turned = {
      header: { ...header, groups: [...header.groups].reverse() },
      accounts: [...accounts].reverse(),
    };
    const byKey = (list: typeof seats) =>
      new Map(list.map((seat) => [seatKey(seat.accountId, seat.product), seat]));
    expect(byKey(classifySnapshot(turned))).toEqual(byKey(seats));
  });

  it('consent makes a removal only of what owners decide', () => {
    const removable = seats.filter(({ consented }) => consented !== null);
    expect(new Set(removable.map(({ reason }) => reason))).toEqual(new Set(['owner-decision']));
  });

  it('every seat has an explanation in whole sentences', () => {
    const names = namesOf(snapshot.header);
    const odd = seats
      .map((seat) => explainSeat(seat, names))
      .filter((text) => !/^Billable for [^;]+; .+\. .+\.$/.test(text));
    expect(odd).toEqual([]);
  });
});
