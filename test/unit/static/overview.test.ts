import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../static/admin/view-models/contract-types';
import {
  flagsInWords,
  productSourceBars,
  snapshotInWords,
  sourceRows,
  verdictRows,
  verdictSlices,
} from '../../../static/admin/view-models/overview';
import { modeNotice, scanObstacle, scanView } from '../../../static/admin/view-models/scan';
import { setupSteps } from '../../../static/admin/view-models/setup-steps';
import { aSession, NO_ROLES, NOW, theSettings } from './builders';

const SNAPSHOT: Snapshot = {
  id: 's',
  takenAt: '2026-11-20T09:00:00.000Z',
  mode: 'org-key',
  depth: 'bulk',
  accounts: 412,
  seats: 655,
  byProduct: [{ key: 'jira-software', label: 'Jira', seats: 400 }],
  bySource: [{ key: 'scim', label: 'scim', seats: 300 }],
  byProductAndSource: [{ product: 'jira-software', source: 'scim', seats: 300 }],
  byVerdict: [
    { key: 'keep', label: 'keep', verdict: 'keep', seats: 600 },
    { key: 'split', label: 'split', verdict: 'split', seats: 0 },
  ],
  unknown: [],
  outsideScope: [],
  otherSites: [],
  population: [],
  membership: [],
  sources: [],
  hygiene: [],
};

const SCAN = {
  scanId: 's',
  state: 'running',
  mode: 'org-key',
  startedAt: NOW,
  endedAt: null,
  message: 'Reading groups',
  progress: 0.38,
  startedBy: null,
} as const;

describe('the overview', () => {
  it('draws bars with the words that the tables use', () => {
    expect(productSourceBars(SNAPSHOT)).toEqual([{ product: 'Jira', source: 'Synced group', seats: 300 }]);
    expect(sourceRows(SNAPSHOT.bySource)[0]).toMatchObject({ label: 'Synced group', seats: '300 seats' });
  });

  it('lists verdicts without seats but draws none', () => {
    expect(verdictRows(SNAPSHOT)).toHaveLength(2);
    expect(verdictSlices(SNAPSHOT)).toEqual([{ verdict: 'Active', seats: 600 }]);
  });

  it('says how old the figures are and that cleanups are provisional', () => {
    expect(snapshotInWords(SNAPSHOT, NOW)).toContain(
      'Snapshot of 20 Nov 2026 (2 days ago): 412 accounts, 655 seats',
    );
    expect(snapshotInWords(SNAPSHOT, NOW)).toContain('provisional');
  });

  it('counts flags and newly billable seats apart', () => {
    const flag = { id: 'f', raisedAt: NOW, text: '', accountId: null, product: null };
    expect(
      flagsInWords([
        { ...flag, kind: 'newly-billable-stale' },
        { ...flag, kind: 'rebound' },
        { ...flag, kind: 'scan-failed' },
      ]),
    ).toBe('3 flags: 1 seat back after removal, 1 seat newly billable without use, 1 scan that failed.');
  });
});

describe('the scan', () => {
  it('shows how far it is', () => {
    expect(scanView(SCAN, NOW)).toMatchObject({ busy: true, headline: 'Scan running, 38% done' });
  });

  it('says that an incomplete one leaves the last snapshot', () => {
    const view = scanView({ ...SCAN, state: 'incomplete', endedAt: NOW }, NOW);
    expect(view).toMatchObject({ busy: false, incomplete: true });
    expect(view.headline).toContain('the last complete snapshot stays in place');
  });

  it('is started by reviewers, one at a time', () => {
    expect(scanObstacle(aSession(), null)).toBe('');
    expect(scanObstacle(aSession(), SCAN)).toBe('A scan is under way.');
    expect(scanObstacle(aSession({ roles: NO_ROLES }), null)).toContain('Only Jira administrators');
  });

  it('says what is missing without a key', () => {
    expect(modeNotice('org-key')).toBe('');
    expect(modeNotice('jira-only')).toContain('without an organization key');
  });
});

describe('the set-up guide', () => {
  const stateOf = (id: string, steps: ReturnType<typeof setupSteps>) =>
    steps.find((step) => step.id === id)?.state;

  it('shows each step as it stands', () => {
    const steps = setupSteps(aSession({ hasSnapshot: false }), theSettings(), null);
    expect(steps.map(({ state }) => state)).toEqual(['optional', 'to-do', 'to-do', 'to-do', 'to-do']);
  });

  it('calls the questions done once on-call and approved domains are answered', () => {
    const settings = theSettings();
    const policy = { ...settings.policy, jsmOnCall: 'no' } as const;
    expect(stateOf('policy', setupSteps(aSession(), { ...settings, policy }, null))).toBe('to-do');
    const answered = { ...settings, policy, approvedDomains: [] };
    expect(stateOf('policy', setupSteps(aSession(), answered, null))).toBe('done');
  });

  it('follows a scan that runs', () => {
    const overview = { scan: SCAN, snapshot: null, todo: [], flags: [] };
    expect(stateOf('scan', setupSteps(aSession(), theSettings(), overview))).toBe('running');
  });
});
