import { describe, expect, it } from 'vitest';
import { chainRecord } from '../../../src/domain/evidence/hash-chain';
import { foldOrganization } from '../../../src/domain/fold-organization';
import type { OrganizationEvent } from '../../../src/domain/organization-events';
import {
  draftsOf,
  EMPTY_ORGANIZATION,
  openCycleOf,
  type OrganizationState,
} from '../../../src/domain/organization-state';
import { aCalendar } from '../../builders/a-calendar';
import { daysAhead, TAKEN_AT } from '../../builders/times';

const APP = { accountId: null, role: 'app' as const, proof: 'scheduled' };
const review = { cycleId: 'cycle-1', snapshotId: 'snapshot-1', title: 'Review', dueAt: daysAhead(21) };
const drafted: OrganizationEvent = {
  kind: 'cycle-drafted',
  ...review,
  products: ['jira-software'],
  occasion: 'billing:2026-11-30',
};

function after(...events: readonly OrganizationEvent[]): OrganizationState {
  return events.reduce((state, event) => {
    const head = { ledger: 'org', sequence: state.sequence, hash: state.headHash };
    return foldOrganization(state, chainRecord(head, { at: TAKEN_AT, actor: APP, nonce: '00', event }));
  }, EMPTY_ORGANIZATION);
}

describe('A drafted review', () => {
  it('is not open', () => {
    expect(openCycleOf(after(drafted))).toBeUndefined();
    expect(draftsOf(after(drafted))).toMatchObject([{ openedBy: 'app', products: ['jira-software'] }]);
  });

  it('is the same review once it is open, and says what it was drafted for', () => {
    const state = after(drafted, { kind: 'cycle-started', ...review, products: ['jira-software'] });
    expect(state.cycles).toMatchObject([{ state: 'open', occasion: 'billing:2026-11-30' }]);
    expect(draftsOf(state)).toEqual([]);
  });
});

describe('The calendar', () => {
  it('knows the day on which it was entered', () => {
    expect(after({ kind: 'calendar-saved', calendar: aCalendar() }).calendar).toEqual({
      ...aCalendar(),
      savedOn: '2026-11-02',
    });
  });
});
