import { describe, expect, it } from 'vitest';
import { chainRecord } from '../../../src/domain/evidence/hash-chain';
import { foldOrganization } from '../../../src/domain/fold-organization';
import type { OrganizationEvent } from '../../../src/domain/organization-events';
import {
  EMPTY_ORGANIZATION,
  openCycleOf,
  policyInForce,
  type Flag,
  type OrganizationState,
} from '../../../src/domain/organization-state';
import type { Exemption } from '../../../src/domain/policy';
import { aPolicy } from '../../builders/a-header';
import { daysAhead, TAKEN_AT } from '../../builders/times';

const ACTOR = { accountId: 'olga', role: 'site-admin' as const, proof: 'read now' };

/** The state after these events, each by Olga at the time of the snapshot. */
function after(...events: readonly OrganizationEvent[]): OrganizationState {
  return events.reduce((state, event) => {
    const head = { ledger: 'org', sequence: state.sequence, hash: state.headHash };
    return foldOrganization(state, chainRecord(head, { at: TAKEN_AT, actor: ACTOR, nonce: '00', event }));
  }, EMPTY_ORGANIZATION);
}

const flag = (id: string, kind: Flag['kind'] = 'newly-billable-stale'): Flag => ({
  id,
  kind,
  raisedAt: TAKEN_AT,
  text: id,
  accountId: null,
  product: null,
});
const scanned = (...flags: Flag[]): OrganizationEvent => ({
  kind: 'scan-completed',
  scanId: 'scan-1',
  snapshotId: 'snapshot-1',
  takenAt: TAKEN_AT,
  mode: 'org-key',
  depth: 'deep',
  startedBy: 'olga',
  seats: 1,
  flags,
  becameKnown: 0,
});
const failed: OrganizationEvent = {
  kind: 'scan-incomplete',
  scanId: 'scan-2',
  message: 'no answer',
  flag: flag('scan-failed:scan-2', 'scan-failed'),
};
const started: OrganizationEvent = {
  kind: 'cycle-started',
  cycleId: 'cycle-1',
  snapshotId: 'snapshot-1',
  title: 'Review',
  dueAt: daysAhead(21),
};
const ended: Extract<OrganizationEvent, { kind: 'cycle-ended' }> = {
  kind: 'cycle-ended',
  cycleId: 'cycle-1',
  state: 'signed-off',
  headHash: 'f'.repeat(64),
  exceptions: [],
};
const flagIds = ({ flags }: OrganizationState) => flags.map(({ id }) => id);

describe('Settings', () => {
  it('are the newest that were saved', () => {
    const state = after(
      { kind: 'policy-saved', policy: aPolicy({ thresholdDays: 60 }) },
      { kind: 'policy-saved', policy: aPolicy({ thresholdDays: 45 }) },
    );
    expect(state.policy.thresholdDays).toBe(45);
  });

  it('know of approved domains only once somebody has answered', () => {
    const domains = [{ domain: 'partner.example', product: 'jira-software' }];
    expect([after(), after({ kind: 'approved-domains-saved', domains })]).toMatchObject([
      { approvedDomains: null },
      { approvedDomains: domains },
    ]);
  });

  it('remember who chose the no-response rule', () => {
    const review = { ...EMPTY_ORGANIZATION.review, noResponse: 'carry' as const };
    expect(after({ kind: 'review-settings-saved', review })).toMatchObject({
      review: { noResponse: 'carry' },
      noResponseBy: 'olga',
    });
  });

  it('hold the owners and the fallback', () => {
    const owners = [{ class: 'team' as const, contact: 'teams', accountId: null }];
    expect(after({ kind: 'owners-saved', owners, fallback: 'help desk' })).toMatchObject({
      owners,
      fallback: 'help desk',
    });
  });
});

describe('The organization key', () => {
  const key = { organizationId: 'org-1', name: 'Acme', createdBy: null, expiresAt: null, abilities: [] };

  it('is known with who stored it and when', () => {
    expect(after({ kind: 'key-stored', key }).key).toMatchObject({
      storedBy: 'olga',
      storedAt: TAKEN_AT,
      checkedAt: TAKEN_AT,
    });
  });

  it('can do what it could when it was checked last', () => {
    const abilities = [{ ability: 'Search groups', works: false, without: 'no removal', note: 'refused' }];
    expect(after({ kind: 'key-stored', key }, { kind: 'key-checked', abilities }).key).toMatchObject({
      abilities,
      checkedBy: 'olga',
      checkedAt: TAKEN_AT,
    });
  });

  it('that is gone is not brought back by a check', () => {
    expect(after({ kind: 'key-checked', abilities: [] }).key).toBeNull();
  });

  it('is gone once it was removed', () => {
    expect(after({ kind: 'key-stored', key }, { kind: 'key-removed', reason: 'rotation' }).key).toBeNull();
  });
});

describe('A confirmed group', () => {
  it('stands once, with the newest confirmation', () => {
    const confirm = (name: string): OrganizationEvent => ({
      kind: 'group-confirmed',
      groupId: 'g',
      name,
      reason: 'looked',
    });
    expect(after(confirm('old'), confirm('new')).confirmedGroups).toEqual([
      { id: 'g', name: 'new', by: 'olga', at: TAKEN_AT },
    ]);
  });
});

describe('Flags', () => {
  it('of a scan are added once', () => {
    expect(flagIds(after(scanned(flag('a')), scanned(flag('a'), flag('b'))))).toEqual(['a', 'b']);
  });

  it('of a failed scan stand until a scan completes', () => {
    expect([flagIds(after(scanned(flag('a')), failed)), flagIds(after(failed, scanned()))]).toEqual([
      ['a', 'scan-failed:scan-2'],
      [],
    ]);
  });

  it('go when they are dismissed', () => {
    expect(
      flagIds(after(scanned(flag('a'), flag('b')), { kind: 'flag-dismissed', flagId: 'a', reason: 'seen' })),
    ).toEqual(['b']);
  });
});

describe('Reviews', () => {
  it('are open from their start', () => {
    expect(openCycleOf(after(started))).toMatchObject({
      cycleId: 'cycle-1',
      openedBy: 'olga',
      endedAt: null,
    });
  });

  it('are not open after their end', () => {
    expect(openCycleOf(after(started, ended))).toBeUndefined();
  });

  it('keep the hash of their last record', () => {
    expect(after(started, ended).cycles).toMatchObject([{ state: 'signed-off', headHash: 'f'.repeat(64) }]);
  });

  it('get what comes after sign-off beside them, not into them', () => {
    const later: OrganizationEvent = {
      kind: 'after-sign-off',
      cycleId: 'cycle-1',
      cycleHead: 'f'.repeat(64),
      what: { is: 'handoff-closed', handoffId: '1-identity', cause: 'seat-ended', note: 'gone' },
    };
    const record = { cycleId: 'cycle-1', at: TAKEN_AT, sequence: 3 };
    expect(after(started, ended, later).afterSignOff).toMatchObject([record]);
  });
});

describe('Exceptions of a signed-off review', () => {
  const exempt = (account: string): Exemption => ({
    match: { account },
    product: 'jira-software',
    expires: daysAhead(90),
    reason: 'parental leave',
    owner: 'rita',
  });
  const signedOff = (...exceptions: Exemption[]): OrganizationEvent => ({ ...ended, exceptions });

  it('add up from review to review', () => {
    const state = after(started, signedOff(exempt('ada')), started, signedOff(exempt('bob')));
    expect(state.exceptions.map(({ exemption }) => exemption)).toEqual([exempt('ada'), exempt('bob')]);
  });

  it('stand behind the exemptions of the policy in force, whose numbers they leave alone', () => {
    const policy = aPolicy({ exemptions: [exempt('cem')] });
    const state = after({ kind: 'policy-saved', policy }, started, signedOff(exempt('ada')));
    expect(policyInForce(state).exemptions).toEqual([exempt('cem'), exempt('ada')]);
  });

  it('leave the policy that administrators set as it was', () => {
    expect(after(started, signedOff(exempt('ada'))).exemptions).toEqual([]);
  });
});

describe('Exemptions', () => {
  const exemption: Exemption = {
    match: { group: 'g' },
    expires: daysAhead(30),
    reason: 'audit',
    owner: 'ottilie',
  };
  const asked: OrganizationEvent = { kind: 'exemption-asked', exemptionId: 'e', exemption };
  const approved: OrganizationEvent = { kind: 'exemption-approved', exemptionId: 'e' };
  const declined: OrganizationEvent = { kind: 'exemption-declined', exemptionId: 'e', reason: 'too wide' };
  const ended: OrganizationEvent = { kind: 'exemption-ended', exemptionId: 'e', reason: 'audit is over' };
  const counting = (...events: readonly OrganizationEvent[]) => policyInForce(after(...events)).exemptions;

  it('that were saved with a policy stand as they are', () => {
    expect(counting({ kind: 'policy-saved', policy: aPolicy({ exemptions: [exemption] }) })).toEqual([
      exemption,
    ]);
  });

  it('that were saved with a policy stay when only its rules are saved', () => {
    const { exemptions: _, ...rules } = aPolicy({ thresholdDays: 60 });
    const saved: OrganizationEvent = {
      kind: 'policy-saved',
      policy: aPolicy({ exemptions: [exemption] }),
    };
    expect(counting(saved, { kind: 'policy-saved', policy: rules })).toEqual([exemption]);
  });

  it('count for nothing while they wait', () => {
    expect(counting(asked)).toEqual([]);
  });

  it('count once they are approved, with who asked and who approved', () => {
    const approval = {
      id: 'e',
      askedBy: 'olga',
      askedAt: TAKEN_AT,
      approvedBy: 'olga',
      approvedAt: TAKEN_AT,
    };
    expect(counting(asked, approved)).toEqual([{ ...exemption, approval }]);
  });

  it('count for nothing when they were turned down', () => {
    expect(counting(asked, declined)).toEqual([]);
  });

  it('count for nothing once they were ended', () => {
    expect(counting(asked, approved, ended)).toEqual([]);
  });

  it('stay in the register whatever became of them', () => {
    expect(after(asked, approved, ended).exemptions).toMatchObject([
      { id: 'e', answered: { approved: true }, ended: { by: 'olga', at: TAKEN_AT, reason: 'audit is over' } },
    ]);
  });
});

it('carries the sequence and the hash of the newest record', () => {
  const state = after(started, ended);
  expect([state.sequence, state.headHash.length]).toEqual([2, 64]);
});

describe('The full project scan', () => {
  const read = { ...scanned(), projectsRead: true } as OrganizationEvent;

  it('is off until somebody switches it on, and again once it is switched off', () => {
    const on: OrganizationEvent = { kind: 'project-scan-set', on: true };
    expect(after().projectScan).toBeNull();
    expect(after(on).projectScan).toEqual({ by: 'olga', at: TAKEN_AT });
    expect(after(on, { kind: 'project-scan-set', on: false }).projectScan).toBeNull();
  });

  it('stands for the newest snapshot that has one, whatever was scanned since', () => {
    const later = { ...scanned(), snapshotId: 'snapshot-2' } as OrganizationEvent;
    expect(after(scanned()).projectsReadIn).toBeNull();
    expect(after(read, later)).toMatchObject({ projectsReadIn: 'snapshot-1' });
  });
});
