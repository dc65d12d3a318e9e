import type { CaseRow, HandoffRow } from '../../../src/contract/handoff-replies';
import type { CycleView, LineRow } from '../../../src/contract/review-replies';
import type { SeatDetail, SeatRow, Session } from '../../../src/contract/seat-replies';
import type { SettingsView } from '../../../src/contract/settings-replies';

/** The session's time in these tests. */
export const NOW = '2026-11-22T09:00:00.000Z';
export const ME = '712020:00000000-0000-4000-8000-000000000001';
export const COLLEAGUE = '712020:00000000-0000-4000-8000-000000000002';
export const SOMEBODY = '712020:00000000-0000-4000-8000-000000000003';

export function aSession(change: Partial<Session> = {}): Session {
  return {
    accountId: ME,
    siteUrl: 'https://acme.example',
    roles: { reviewer: true, approver: true, delegators: [], auditor: true, siteAdmin: true, signOff: true },
    mode: 'org-key',
    hasSnapshot: true,
    rehearsal: null,
    now: NOW,
    ...change,
  };
}

export const NO_ROLES: Session['roles'] = {
  reviewer: false,
  approver: false,
  delegators: [],
  auditor: false,
  siteAdmin: false,
  signOff: false,
};

export function aPath(change: Partial<SeatRow['paths'][number]> = {}): SeatRow['paths'][number] {
  return {
    source: 'local',
    via: 'group',
    groupId: 'g-legacy',
    groupName: 'legacy-contractors',
    role: 'user',
    privileged: false,
    inferredSource: false,
    ...change,
  };
}

export function aSeatRow(change: Partial<SeatRow> = {}): SeatRow {
  return {
    accountId: SOMEBODY,
    product: 'jira-software',
    productName: 'Jira',
    verdict: 'cleanup',
    reason: 'local-paths',
    owners: [],
    activity: 'stale',
    lastActiveAt: '2026-05-22T09:00:00.000Z',
    paths: [aPath()],
    provisional: false,
    marks: [],
    ...change,
  };
}

export function aSeatDetail(change: Partial<SeatDetail> = {}): SeatDetail {
  return {
    ...aSeatRow(),
    asOf: NOW,
    sentence: 'Billable for Jira through *legacy-contractors*.',
    counterfactual: 'Remove from *legacy-contractors*: Jira then ends.',
    inProjects: 'Project role *Contractors* in OPS ends.',
    leaving: { by: 'review', groups: [{ id: 'g-legacy', name: 'legacy-contractors' }] },
    outcomes: [],
    othersUnseen: false,
    pathReasons: [],
    facts: [],
    notChecked: [],
    privilege: [],
    identity: 'human',
    identityReason: null,
    claim: 'managed',
    ...change,
  };
}

export function aLine(change: Partial<LineRow> = {}): LineRow {
  return {
    line: 1,
    sequence: 4,
    accountId: SOMEBODY,
    product: 'jira-software',
    productName: 'Jira',
    state: 'undecided',
    outcome: null,
    cause: null,
    verdict: 'cleanup',
    reason: 'local-paths',
    owners: [],
    activity: 'stale',
    lastActiveAt: null,
    paths: [aPath()],
    marks: [],
    sentence: 'Billable for Jira through *legacy-contractors*.',
    bundle: [],
    allowed: ['remove', 'keep', 'exception', 'route-out', 'not-mine'],
    recommended: 'remove',
    decision: null,
    deciders: [],
    assignee: null,
    assignments: [],
    changeable: true,
    approvedBy: null,
    approvedInsteadOf: null,
    notice: '',
    claim: null,
    removes: [{ id: 'g-legacy', name: 'legacy-contractors' }],
    verification: null,
    rebound: null,
    undoable: false,
    undo: null,
    carriedFrom: null,
    carriedTo: null,
    change: null,
    before: null,
    ...change,
  };
}

export function aDecision(
  change: Partial<NonNullable<LineRow['decision']>> = {},
): NonNullable<LineRow['decision']> {
  return {
    decision: 'remove',
    by: COLLEAGUE,
    at: NOW,
    reason: 'follows-recommendation',
    note: '',
    until: null,
    control: null,
    owner: null,
    ...change,
  };
}

const NO_LINES = {
  ...{ undecided: 0, decided: 0, approved: 0, noticed: 0 },
  ...{ executing: 0, verifying: 0, closed: 0 },
};

export function aCycle(
  change: Partial<CycleView> = {},
  states: Partial<CycleView['counts']['byState']> = {},
): CycleView {
  return {
    cycleId: 'cycle-1',
    title: 'November review',
    rehearsal: false,
    state: 'open',
    openedAt: NOW,
    openedBy: ME,
    dueAt: '2026-12-02T09:00:00.000Z',
    signedOffAt: null,
    signedOffBy: null,
    lines: 10,
    snapshotTakenAt: NOW,
    sequence: 4,
    headHash: 'abc',
    counts: {
      byState: { ...NO_LINES, ...states },
      byVerdict: {},
      byOutcome: {},
      toApprove: 0,
      handoffsOpen: 0,
      handoffsOverdue: 0,
    },
    difference: null,
    products: null,
    deadlines: [],
    outdated: false,
    blockers: [],
    population: [],
    noResponse: { rule: 'close-as-kept', touches: 0 },
    separation: 'two-person',
    overrides: 0,
    runId: null,
    statement: null,
    conduct: [],
    progress: [],
    fallbackReviewer: null,
    ...change,
  };
}

export function aCase(change: Partial<CaseRow> = {}): CaseRow {
  return {
    caseId: 'case-1',
    cycleId: 'cycle-1',
    owner: 'identity',
    contact: 'idp@acme.example',
    cause: 'Synced group idp-engineering',
    handoffs: 3,
    people: 2,
    open: 1,
    overdue: 0,
    dueAt: '2026-12-02T09:00:00.000Z',
    ...change,
  };
}

export function aHandoff(change: Partial<HandoffRow> = {}): HandoffRow {
  return {
    handoffId: 'handoff-1',
    cycleId: 'cycle-1',
    line: 1,
    accountId: SOMEBODY,
    product: 'jira-software',
    productName: 'Jira',
    owner: 'identity',
    contact: 'idp@acme.example',
    status: 'open',
    answer: null,
    openedAt: NOW,
    dueAt: '2026-11-20T09:00:00.000Z',
    overdue: false,
    nextStep: 'Remind on 29 Nov 2026.',
    ...change,
  };
}

export function theSettings(change: Partial<SettingsView> = {}): SettingsView {
  return {
    mayChange: true,
    userExport: null,
    orgKey: {
      present: false,
      organizationName: null,
      createdBy: null,
      storedBy: null,
      storedAt: null,
      expiresAt: null,
      checkedBy: null,
      checkedAt: null,
      abilities: [],
      removal: null,
    },
    policy: {
      thresholdDays: 90,
      newDays: 30,
      words: ['svc', 'bot'],
      technical: [],
      unmanaged: 'ask-business',
      jsmOnCall: 'unanswered',
    },
    approvedDomains: null,
    review: {
      separation: 'two-person',
      noResponse: 'close-as-kept',
      dueDays: 21,
      peoplePerRun: 50,
      stopAfterFailures: 5,
      blackout: null,
      approvers: [],
      auditors: [],
      signOffBy: null,
      handoffDays: 14,
      readersSeeOtherProducts: false,
      assignment: { rules: [], fallbackReviewer: null },
      notice: { project: null, issueType: 'Task' },
    },
    owners: [],
    fallback: '',
    calendar: {
      billing: [],
      recurrence: { kind: 'before-billing' },
      leadDays: 21,
      noticeDays: 7,
      executionDays: 1,
      deadlines: [],
      nextOccurrence: null,
    },
    confirmedGroups: [],
    projectScan: null,
    ...change,
  };
}
