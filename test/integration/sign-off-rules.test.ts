import { describe, expect, test } from 'vitest';

import { people, tiny } from './a-seed';
import { aReview } from './a-review';

describe('Sign-off', () => {
  test('is for the person whom Settings name', async () => {
    const review = await aReview({ settings: { signOffBy: people.bram } });
    const { site, cycleId } = review;
    await site.get('admin', 'end-deciding', { cycleId, reason: 'due' });
    const statement = 'nobody answered';
    expect((await site.refusal('admin', 'sign-off', { cycleId, statement })).code).toBe('access.denied');
    expect((await site.get('approver', 'sign-off', { cycleId, statement })).state).toBe('signed-off');
  });

  test('is refused to the only decider', async () => {
    const review = await aReview();
    const { site, cycleId } = review;
    await review.decide('admin', await review.numbersOf([people.fay]), 'wait');
    await review.decide('admin', await review.numbersOf([people.jenkins, people.erin]), 'route-out');
    const rest = await review.numbersOf([people.casey]);
    await review.decide('admin', rest, 'keep', { note: 'known to the team' });
    const devi = await review.numbersOf([people.devi]);
    await review.decide('admin', devi, 'keep', { note: 'known to the team' });
    const refused = await site.refusal('admin', 'sign-off', { cycleId, statement: 'fine' });
    expect(refused.code).toBe('sign-off.not-allowed');
    expect((await site.get('approver', 'sign-off', { cycleId, statement: 'fine' })).state).toBe('signed-off');
  });
});

describe('What nobody explains', () => {
  const short = () =>
    tiny((seed) => {
      for (const product of seed.products)
        if (product.key === 'jira-software') Object.assign(product, { userCountOverride: 9 });
    });

  test('stops the sign-off until somebody else than the scanner acknowledges it', async () => {
    const review = await aReview({ seed: short() });
    const { site, cycleId } = review;
    await site.get('admin', 'end-deciding', { cycleId, reason: 'due' });
    const [proof] = (await review.view()).population;
    expect(proof?.unexplained).toBe(2);
    const acknowledge = { cycleId, product: 'jira-software', reason: 'licence counter lags' };
    expect((await site.refusal('admin', 'acknowledge-unexplained', acknowledge)).code).toBe('access.denied');
    const statement = 'with two unexplained';
    expect((await site.refusal('approver', 'sign-off', { cycleId, statement })).message).toMatch(/2 seats/);
    await site.get('approver', 'acknowledge-unexplained', acknowledge);
    const view = await site.get('approver', 'sign-off', { cycleId, statement });
    expect(view.statement).toContain(`acknowledged by ${people.bram}: licence counter lags`);
  });

  test('is acknowledged by an approver, and by nobody who may only read', async () => {
    const review = await aReview({
      seed: short(),
      settings: { approvers: [people.ada, people.bram], auditors: [people.fay] },
    });
    const { site, cycleId } = review;
    const acknowledge = { cycleId, product: 'jira-software', reason: 'licence counter lags' };
    const refused = await site.refusal(people.fay, 'acknowledge-unexplained', acknowledge);
    expect(refused.code).toBe('access.denied');
    expect(await site.ask('approver', 'acknowledge-unexplained', acknowledge)).toMatchObject({ ok: true });
  });
});
