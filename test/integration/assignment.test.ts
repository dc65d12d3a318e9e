import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';

import type { PayloadOf } from '../../src/contract/resolvers';
import { groups, people } from './a-seed';
import { aReview, openReview, REVIEW_SETTINGS, type Review } from './a-review';
import { aScannedSite, type Site } from './a-site';

type Assignment = PayloadOf<'preview-assignment'>;

/** Who is in the default group of Jira goes to Bram; Ada takes the rest. */
const ASSIGNMENT: Assignment = {
  rules: [{ match: { groupId: groups.jiraUsers }, reviewer: people.bram }],
  fallbackReviewer: people.ada,
};

const assigned = (assignment: Assignment = ASSIGNMENT): Promise<Review> =>
  aReview({ settings: { assignment } });
/** With a third person to whom lines may go. */
const assignedAmongThree = async (): Promise<Review> => {
  const review = await assigned();
  review.site.host.apply({ do: 'add-to-group', group: groups.jiraAdmins, account: people.gil });
  await review.site.host.advance('PT1M');
  return review;
};
const saveAssignment = (site: Site, assignment: Assignment): Promise<unknown> =>
  site.get('admin', 'save-review-settings', { ...REVIEW_SETTINGS, assignment });
async function assigneesOf(review: Review): Promise<Record<string, string | null>> {
  return Object.fromEntries((await review.lines()).map(({ accountId, assignee }) => [accountId, assignee]));
}
const hourPasses = (site: Site): Promise<void> => site.host.trigger('seattrace-hourly');
async function giveTo(
  { site, cycleId }: Review,
  who: string,
  lines: readonly number[],
  to: string | null,
): Promise<void> {
  await site.get(who, 'assign-lines', { cycleId, lines: [...lines], to, reason: 'knows them' });
}
const HANDED = { reason: 'other', note: 'They work for another team.' } as const;

describe('When a review opens, its lines', () => {
  test('go to the reviewers whom Settings name', async () => {
    expect(await assigneesOf(await assigned())).toEqual({
      [people.erin]: people.ada,
      [people.casey]: people.bram,
      [people.devi]: people.bram,
      [people.jenkins]: people.ada,
      [people.fay]: people.ada,
    });
  });

  test('are nobody’s where Settings name nobody', async () => {
    const review = await aReview();
    expect(new Set(Object.values(await assigneesOf(review)))).toEqual(new Set([null]));
    expect((await review.view()).progress).toEqual([]);
  });

  test('keep their reviewers when Settings change later', async () => {
    const review = await assigned();
    const before = await assigneesOf(review);
    await saveAssignment(review.site, { rules: [], fallbackReviewer: null });
    expect(await assigneesOf(review)).toEqual(before);
  });

  test('go by the e-mail domain that the scan matched, whose address is not kept', async () => {
    const site = await aScannedSite();
    const rules = [{ match: { emailDomain: 'agency.example' }, reviewer: people.bram }];
    await saveAssignment(site, { rules, fallbackReviewer: null });
    await site.scan();
    const review = await openReview(site);
    expect(await review.lines({ assignee: people.bram })).toMatchObject([{ accountId: people.erin }]);
    expect(JSON.stringify(site.stored())).not.toContain('erin@agency.example');
  });

  test('are not matched by a domain that no scan has looked for', async () => {
    const rules = [{ match: { emailDomain: 'agency.example' }, reviewer: people.bram }];
    const review = await assigned({ rules, fallbackReviewer: people.ada });
    expect((await assigneesOf(review))[people.erin]).toBe(people.ada);
  });
});

describe('Settings', () => {
  test('show how many lines of the last scan each reviewer would get, and save nothing', async () => {
    const site = await aScannedSite();
    const rules = [...ASSIGNMENT.rules, { match: { emailDomain: 'agency.example' }, reviewer: people.ada }];
    expect(await site.get('admin', 'preview-assignment', { rules, fallbackReviewer: null })).toMatchObject({
      lines: 5,
      reviewers: [{ reviewer: people.bram, lines: 2 }],
      unassigned: 3,
      domainsWait: ['agency.example'],
    });
    const { review } = await site.get('admin', 'get-settings');
    expect(review.assignment).toEqual({ rules: [], fallbackReviewer: null });
  });

  test('keep the assignment where a page does not send it', async () => {
    const site = await aScannedSite();
    await saveAssignment(site, ASSIGNMENT);
    await site.get('admin', 'save-review-settings', REVIEW_SETTINGS);
    expect((await site.get('admin', 'get-settings')).review.assignment).toEqual(ASSIGNMENT);
  });

  test('take no domain with an @', async () => {
    const site = await aScannedSite();
    const rules = [{ match: { emailDomain: 'erin@agency.example' }, reviewer: people.bram }];
    const refused = await site.refusal('admin', 'preview-assignment', { rules, fallbackReviewer: null });
    expect(refused.code).toBe('input.invalid');
  });
});

describe('A queue', () => {
  test('is listed for the caller, for nobody, for anybody and for one account', async () => {
    const review = await assigned({ ...ASSIGNMENT, fallbackReviewer: null });
    const { site, cycleId } = review;
    const total = async (who: string, assignee: string): Promise<number> =>
      (await site.get(who, 'list-lines', { cycleId, assignee })).total;
    expect(await total('approver', 'me')).toBe(2);
    expect(await total('admin', 'me')).toBe(0);
    expect(await total('admin', 'nobody')).toBe(3);
    expect(await total('admin', 'anybody')).toBe(2);
    expect(await total('admin', people.bram)).toBe(2);
  });

  test('counts as progress by reviewer', async () => {
    const review = await assigned({ ...ASSIGNMENT, fallbackReviewer: null });
    const { line } = await review.lineOf(people.casey);
    expect((await review.decide('admin', [line], 'remove')).progress).toEqual([
      { reviewer: people.bram, assigned: 2, decided: 1, open: 1 },
      { reviewer: null, assigned: 3, decided: 0, open: 3 },
    ]);
  });
});

describe('A line that is not mine', () => {
  test('is in the queue of whoever is named, with the note', async () => {
    const review = await assigned();
    const { line } = await review.lineOf(people.casey);
    await review.decide('approver', [line], 'not-mine', { ...HANDED, handTo: people.ada });
    const after = await review.lineOf(people.casey);
    expect(after).toMatchObject({ state: 'undecided', decision: null, assignee: people.ada });
    expect(after.assignments.at(-1)).toMatchObject({
      because: 'handed-over',
      by: people.bram,
      note: HANDED.note,
    });
  });

  test('goes to the fallback reviewer without a name', async () => {
    const review = await assigned();
    const { line } = await review.lineOf(people.casey);
    await review.decide('approver', [line], 'not-mine', HANDED);
    expect((await review.lineOf(people.casey)).assignee).toBe(people.ada);
  });

  test.each([
    ['the account concerned', people.casey, 'decision.not-allowed', /account concerned/],
    ['oneself', people.bram, 'decision.not-allowed', /yourself/],
    ['somebody who does not administer Jira', people.fay, 'input.invalid', /does not administer Jira/],
    ['an account that Jira does not know', 'nobody-at-all', 'input.invalid', /does not administer Jira/],
  ])('cannot go to %s', async (_, handTo, refused, sentence) => {
    const review = await assigned();
    review.site.host.apply({ do: 'add-to-group', group: groups.jiraAdmins, account: people.casey });
    await review.site.host.advance('PT1M');
    const { line } = await review.lineOf(people.casey);
    const command = review.decision([line], 'not-mine', { ...HANDED, handTo });
    const { code, message } = await review.site.refusal('approver', 'decide-lines', command);
    expect(code).toBe(refused);
    expect(message).toMatch(sentence);
  });

  test('cannot be handed over once it is approved', async () => {
    const review = await assignedAmongThree();
    const lines = await review.approveRemovalOf(people.casey);
    const command = review.decision(lines, 'not-mine', { ...HANDED, handTo: people.gil });
    expect((await review.site.refusal('approver', 'decide-lines', command)).message).toMatch(/is approved/);
  });
});

describe('Two people at once', () => {
  test('the second is told that the line was handed over meanwhile, and by whom', async () => {
    const review = await assignedAmongThree();
    const { line } = await review.lineOf(people.casey);
    const seen = (await review.view()).sequence;
    await review.decide('approver', [line], 'not-mine', { ...HANDED, handTo: people.gil, seen });
    const stalePage = review.decision([line], 'remove', { seen });
    const { code, message } = await review.site.refusal('admin', 'decide-lines', stalePage);
    expect(code).toBe('changed-meanwhile');
    expect(message).toContain(people.bram);
  });

  test('both may give different lines away, and nothing is lost', async () => {
    const review = await assignedAmongThree();
    const [casey, fay] = [await review.lineOf(people.casey), await review.lineOf(people.fay)];
    await Promise.all([
      giveTo(review, 'approver', [casey.line], people.gil),
      giveTo(review, 'admin', [fay.line], people.bram),
    ]);
    expect(await assigneesOf(review)).toMatchObject({
      [people.casey]: people.gil,
      [people.fay]: people.bram,
    });
  });

  test('anybody may decide what another one is assigned to, and the record says who', async () => {
    const review = await assigned();
    const { line } = await review.lineOf(people.casey);
    await review.decide('admin', [line], 'remove');
    expect(await review.lineOf(people.casey)).toMatchObject({
      assignee: people.bram,
      decision: { by: people.ada },
    });
  });
});

describe('Past its due day', () => {
  async function aLateReview(assignment: Assignment = ASSIGNMENT): Promise<Review> {
    const review = await assigned(assignment);
    await review.site.host.advance('P21D');
    await hourPasses(review.site);
    return review;
  }

  test('a review hands what is undecided to the fallback reviewer', async () => {
    const review = await aLateReview();
    expect(new Set(Object.values(await assigneesOf(review)))).toEqual(new Set([people.ada]));
    expect((await review.lineOf(people.casey)).assignments.at(-1)).toMatchObject({
      because: 'escalated',
      by: 'app',
    });
  });

  test('a review does so once: what is given on stays there', async () => {
    const review = await aLateReview();
    const { line } = await review.lineOf(people.casey);
    await giveTo(review, 'admin', [line], people.bram);
    const before = (await review.view()).sequence;
    await hourPasses(review.site);
    expect((await review.view()).sequence).toBe(before);
    expect((await review.lineOf(people.casey)).assignee).toBe(people.bram);
  });

  test('a review without a fallback reviewer writes nothing, and the overview says that nobody takes over', async () => {
    const review = await aLateReview({ ...ASSIGNMENT, fallbackReviewer: null });
    expect((await assigneesOf(review))[people.casey]).toBe(people.bram);
    const { todo } = await review.site.get('admin', 'get-overview');
    expect(todo.find(({ kind }) => kind === 'decide')?.text).toMatch(/nobody is named to take over$/);
  });

  test('the due day does not move', async () => {
    const review = await assignedAmongThree();
    const { dueAt } = await review.view();
    await review.site.host.advance('P21D');
    await hourPasses(review.site);
    expect((await review.view()).dueAt).toBe(dueAt);
  });
});

describe('The evidence', () => {
  async function aHandedOver(): Promise<{ review: Review; line: number }> {
    const review = await assignedAmongThree();
    const { line } = await review.lineOf(people.casey);
    await review.decide('approver', [line], 'not-mine', { ...HANDED, handTo: people.gil });
    return { review, line };
  }

  test('tells in the trace of a line who was to review it, and why', async () => {
    const { review, line } = await aHandedOver();
    const trace = await review.site.get('admin', 'get-trace', { cycleId: review.cycleId, line });
    expect(
      trace.records.map(({ text }) => text).filter((text) => /^(Assigned|Handed over) to /.test(text)),
    ).toEqual([`Assigned to ${people.bram}. Rule 1`, `Handed over to ${people.gil}. ${HANDED.note}`]);
  });

  test('holds the assignee and every hand-over in lines.csv', async () => {
    const { review, line } = await aHandedOver();
    await review.site.get('admin', 'save-review-settings', {
      ...REVIEW_SETTINGS,
      readersSeeOtherProducts: true,
    });
    const { text } = await review.file('lines.csv');
    const { data } = Papa.parse<Record<string, string>>(text, { header: true });
    const row = data.find((each) => each['line'] === String(line));
    expect(row?.['assignee']).toBe(people.gil);
    expect(row?.['assignments']).toMatch(
      new RegExp(`handed-over by ${people.bram} to ${people.gil}: ${HANDED.note}$`),
    );
  });
});
