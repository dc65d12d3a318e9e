import { beforeEach, describe, expect, test } from 'vitest';

import type { ExemptionRow } from '../../src/contract/exemption-replies';
import { bundledSeed } from '../local/generate/bundled';
import { groups, people, tiny } from './a-seed';
import { aScannedSite, aSite, type Site } from './a-site';
import { aRequest, ask, exempt } from './an-exemption';
import { REVIEW_SETTINGS } from './a-review';
import { scanDocument } from './scan-document';

let site: Site;
beforeEach(async () => {
  site = await aScannedSite();
});

async function verdictOf(accountId: string): Promise<string> {
  await site.host.advance('PT1M');
  await site.scan();
  const { seats } = await scanDocument(site);
  return seats.find((seat) => seat.accountId === accountId)?.verdict ?? 'no seat';
}

async function newest(who = 'admin'): Promise<ExemptionRow | undefined> {
  return (await site.get(who, 'list-exemptions')).rows[0];
}

/** Somebody without Jira administration, as approvers on the global page are. */
async function anApprover(accountId: string): Promise<string> {
  await site.get('admin', 'save-review-settings', { ...REVIEW_SETTINGS, approvers: [accountId] });
  return accountId;
}

const CASEY = { match: { account: people.casey } };

describe('An exemption', () => {
  test('counts for nothing while it waits', async () => {
    await ask(site, CASEY);
    expect(await verdictOf(people.casey)).toBe('cleanup');
  });

  test('protects its seats once somebody else has approved it', async () => {
    await exempt(site, CASEY);
    expect(await verdictOf(people.casey)).toBe('protected');
  });

  test('protects nothing after it was turned down, and keeps the reason', async () => {
    const exemptionId = await ask(site, CASEY);
    await site.get('approver', 'decline-exemption', { exemptionId, reason: 'too wide' });
    expect(await newest()).toMatchObject({
      state: 'declined',
      answered: { by: people.bram, approved: false, reason: 'too wide' },
    });
    expect(await verdictOf(people.casey)).toBe('cleanup');
  });

  test('returns its seats by itself on its day', async () => {
    await exempt(site, { ...CASEY, expires: '2026-11-20T00:00:00Z' });
    expect(await verdictOf(people.casey)).toBe('protected');
    await site.host.advance('P30D');
    expect(await verdictOf(people.casey)).toBe('cleanup');
    expect((await newest())?.state).toBe('expired');
  });

  test('that was ended early protects nothing, and keeps who ended it and why', async () => {
    const exemptionId = await exempt(site, CASEY);
    await site.get('admin', 'end-exemption', { exemptionId, reason: 'back at work' });
    expect(await newest()).toMatchObject({
      state: 'ended',
      ended: { by: people.ada, reason: 'back at work' },
    });
    expect(await verdictOf(people.casey)).toBe('cleanup');
  });

  test('names who asked and who approved in what the scan froze', async () => {
    const exemptionId = await exempt(site, CASEY);
    const { policy } = JSON.parse(JSON.stringify(await frozenHeader())) as { policy: object };
    expect(policy).toMatchObject({
      exemptions: [{ approval: { id: exemptionId, askedBy: people.ada, approvedBy: people.bram } }],
    });
  });

  test('is shown with the name of its group', async () => {
    await ask(site);
    expect((await newest())?.match).toEqual({
      kind: 'group',
      value: groups.contractors,
      name: 'legacy-contractors',
    });
  });

  test('stands on the list of what needs somebody', async () => {
    await ask(site);
    const { todo } = await site.get('approver', 'get-overview');
    expect(todo).toContainEqual({
      kind: 'approve',
      page: 'approvals',
      text: 'exemptions to approve',
      count: 1,
    });
  });

  async function frozenHeader(): Promise<unknown> {
    await site.host.advance('PT1M');
    await site.scan();
    const { cycleId } = await site.get('admin', 'open-cycle', {});
    const { text } = await site.get('admin', 'download-evidence', { cycleId, file: 'cycle.json' });
    return JSON.parse(text) as unknown;
  }
});

describe('What it covers is shown', () => {
  test('before it is asked for', async () => {
    const { match } = aRequest();
    const { covers } = await site.get('admin', 'preview-exemption', { match });
    expect(covers?.seats).toBeGreaterThan(0);
  });

  test('to an approver who does not administer Jira', async () => {
    const approver = await anApprover(people.gil);
    const preview = await site.get(approver, 'preview-exemption', CASEY);
    expect(preview.covers).toMatchObject({
      people: 1,
      moves: [{ from: 'cleanup', to: 'protected', seats: 1 }],
    });
  });

  test('as not known where it goes by names, which are not stored', async () => {
    const { covers } = await site.get('admin', 'preview-exemption', { match: { namePattern: 'Casey*' } });
    expect(covers).toBeNull();
  });

  test('only after a scan', async () => {
    const fresh = await aSite();
    expect((await fresh.refusal('admin', 'preview-exemption', CASEY)).code).toBe('scan.none');
  });
});

describe('Asking is refused', () => {
  test('to who does not administer Jira', async () => {
    expect((await site.refusal('outsider', 'ask-exemption', aRequest())).code).toBe('access.denied');
  });

  test.each([
    ['for longer than a year', { expires: '2027-11-20T00:00:00Z' }, /at most a year/],
    ['for a day that has passed', { expires: '2026-10-01T00:00:00Z' }, /still to come/],
    ['without a reason', { reason: ' ' }, /reason/],
    ['with an owner whom nobody knows', { owner: 'somebody' }, /knows no such account/],
    ['for an account that nobody knows', { match: { account: 'somebody' } }, /knows no such account/],
    ['for a group that the scan does not know', { match: { group: 'no-group' } }, /knows no such group/],
  ])('%s', async (_, change, message) => {
    expect(await site.refusal('admin', 'ask-exemption', aRequest(change))).toEqual({
      code: 'input.invalid',
      message: expect.stringMatching(message) as string,
    });
    expect((await site.get('admin', 'list-exemptions')).rows).toEqual([]);
  });
});

describe('An answer is refused', () => {
  const answers = [
    ['approve-exemption', {}],
    ['decline-exemption', { reason: 'no need' }],
  ] as const;

  async function expectRefused(who: string, exemptionId: string, message: RegExp): Promise<void> {
    for (const [name, more] of answers)
      expect(await site.refusal(who, name, { exemptionId, ...more })).toEqual({
        code: 'approval.not-allowed',
        message: expect.stringMatching(message) as string,
      });
    expect((await newest())?.state).toBe('waiting');
  }

  test('to who asked', async () => {
    await expectRefused('admin', await ask(site), /^You asked for this exemption/);
  });

  test('to the account concerned', async () => {
    const exemptionId = await ask(site, { match: { account: people.bram } });
    await expectRefused('approver', exemptionId, /for your own account/);
  });

  test('to its owner', async () => {
    await expectRefused('approver', await ask(site, { owner: people.bram }), /^You own this exemption/);
  });

  test('to a member of its group', async () => {
    const exemptionId = await ask(site, { match: { group: groups.jiraUsers } });
    await expectRefused('approver', exemptionId, /would cover your own account/);
  });

  test('to whom a domain or a name covers', async () => {
    for (const match of [{ emailDomain: 'northwind.example' }, { namePattern: 'Bram*' }])
      await expectRefused('approver', await ask(site, { match }), /would cover your own account/);
  });

  test('to somebody of whom nobody tells whether it covers them', async () => {
    site = await aScannedSite({ orgKey: false });
    const exemptionId = await ask(site, { match: { namePattern: 'Casey*' } });
    await expectRefused('approver', exemptionId, /is not known: without an organization key/);
  });

  test('to who is no approver', async () => {
    const exemptionId = await ask(site);
    for (const [name, more] of answers)
      expect((await site.refusal('outsider', name, { exemptionId, ...more })).code).toBe('access.denied');
  });

  test('to an approver once another one has answered', async () => {
    const exemptionId = await exempt(site);
    const again = await site.refusal('approver', 'approve-exemption', { exemptionId });
    expect(again).toMatchObject({ code: 'approval.not-allowed' });
  });

  test('about an exemption that is not there', async () => {
    const exemptionId = 'exemption-none';
    expect((await site.refusal('approver', 'approve-exemption', { exemptionId })).code).toBe(
      'exemption.not-found',
    );
  });
});

test('An approver who does not administer Jira sees what waits and answers it', async () => {
  const approver = await anApprover(people.gil);
  const exemptionId = await ask(site, { ...CASEY, owner: people.bram });
  expect(await newest(approver)).toMatchObject({ exemptionId, state: 'waiting', obstacle: '' });
  const { rows } = await site.get(approver, 'approve-exemption', { exemptionId });
  expect(rows[0]).toMatchObject({ state: 'in-force', answered: { by: people.gil } });
});

test('The list says why somebody may not answer', async () => {
  await ask(site);
  expect((await newest('admin'))?.obstacle).toMatch(/^You asked for this exemption/);
});

test('Ending early is refused to who administers Jira and no more', async () => {
  site = await aScannedSite({ seed: bundledSeed() });
  const { rows } = await site.get('admin', 'list-exemptions');
  const [standing] = rows.filter(({ state }) => state === 'in-force');
  const payload = { exemptionId: standing?.exemptionId, reason: 'not needed' };
  expect((await site.refusal('jira-admin', 'end-exemption', payload)).code).toBe('access.denied');
});

describe('Exemptions that stood before they were asked for', () => {
  const seed = () =>
    tiny((each) =>
      Object.assign(each, {
        policy: {
          jsmOnCall: 'no',
          exemptions: [{ ...CASEY, expires: '2030-01-01T00:00:00Z', reason: 'leave', owner: 'HR' }],
        },
      }),
    );

  test('count as they are, also for longer than a year', async () => {
    site = await aScannedSite({ seed: seed() });
    expect(await newest()).toMatchObject({ state: 'in-force', asked: null, owner: 'HR' });
    expect(await verdictOf(people.casey)).toBe('protected');
  });

  test('stay when the policy is saved', async () => {
    site = await aScannedSite({ seed: seed() });
    const { policy } = await site.get('admin', 'get-settings');
    const { words, technical, ...rest } = policy;
    await site.get('admin', 'save-policy', { ...rest, words: [...words], technical: [...technical] });
    expect((await newest())?.state).toBe('in-force');
  });

  test('can be ended early', async () => {
    site = await aScannedSite({ seed: seed() });
    const exemptionId = (await newest())?.exemptionId ?? '';
    await site.get('admin', 'end-exemption', { exemptionId, reason: 'back at work' });
    expect(await verdictOf(people.casey)).toBe('cleanup');
  });
});
