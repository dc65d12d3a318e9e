import { describe, expect, it } from 'vitest';
import {
  exemptionState,
  foldExemption,
  type ExemptionEvent,
  type RegisteredExemption,
} from '../../../../src/domain/exemptions/register';
import { answerExemption, askExemption, endExemption } from '../../../../src/domain/exemptions/rulings';
import type { Exemption } from '../../../../src/domain/policy';
import { known, unknown, type Signal } from '../../../../src/domain/signal';
import { daysAgo, daysAhead, TAKEN_AT } from '../../../builders/times';

const exemption = (change: Partial<Exemption> = {}): Exemption => ({
  match: { group: 'g' },
  expires: daysAhead(30),
  reason: 'audit',
  owner: 'ottilie',
  ...change,
});

/** What Rita asked for. */
function asked(change: Partial<Exemption> = {}): RegisteredExemption[] {
  const event: ExemptionEvent = {
    kind: 'exemption-asked',
    exemptionId: 'e',
    exemption: exemption(change),
  };
  return foldExemption([], event, { by: 'rita', at: TAKEN_AT });
}

function approved(change: Partial<Exemption> = {}): RegisteredExemption[] {
  const event: ExemptionEvent = { kind: 'exemption-approved', exemptionId: 'e' };
  return foldExemption(asked(change), event, { by: 'paul', at: TAKEN_AT });
}

const stateOf = ([entry]: readonly RegisteredExemption[], now = TAKEN_AT) =>
  entry === undefined ? 'none' : exemptionState(entry, now);

describe('Asking for an exemption', () => {
  const ask = (expires: string, register: readonly RegisteredExemption[] = []) =>
    askExemption({ exemptionId: 'e', exemption: exemption({ expires }) }, { register, now: TAKEN_AT });

  it('is recorded', () => {
    expect(ask(daysAhead(366))).toMatchObject({ ok: true, event: { kind: 'exemption-asked' } });
  });

  it.each([
    ['today', TAKEN_AT, /still to come/],
    ['in the past', daysAgo(1), /still to come/],
    ['after more than a year', daysAhead(367), /at most a year/],
    ['at no time that can be read', 'some day', /at most a year/],
  ])('that ends %s is refused', (_, expires, message) => {
    expect(ask(expires)).toMatchObject({
      ok: false,
      code: 'input.invalid',
      message: expect.stringMatching(message) as string,
    });
  });

  it('is refused while five hundred stand', () => {
    const register = Array.from({ length: 500 }, () => approved()).flat();
    expect(ask(daysAhead(30), register)).toMatchObject({ ok: false, code: 'input.invalid' });
  });
});

describe('Answering', () => {
  const answer = (
    by: string,
    register = asked(),
    covers: Signal<boolean> = known(false),
    declined: string | null = null,
  ) => answerExemption({ exemptionId: 'e', by, declined, covers }, { register, now: TAKEN_AT });
  const refusal = (message: RegExp) => ({
    ok: false,
    code: 'approval.not-allowed',
    message: expect.stringMatching(message) as string,
  });

  it('approves', () => {
    expect(answer('paul')).toMatchObject({ ok: true, event: { kind: 'exemption-approved' } });
  });

  it('turns down with a reason', () => {
    expect(answer('paul', asked(), known(false), 'too wide')).toMatchObject({
      ok: true,
      event: { kind: 'exemption-declined', reason: 'too wide' },
    });
  });

  it('is refused to who asked', () => {
    expect(answer('rita')).toMatchObject(refusal(/^You asked for this exemption/));
  });

  it('is refused to the account concerned', () => {
    expect(answer('paul', asked({ match: { account: 'paul' } }))).toMatchObject(
      refusal(/for your own account/),
    );
  });

  it('is refused to the owner', () => {
    expect(answer('ottilie')).toMatchObject(refusal(/^You own this exemption/));
  });

  it('is refused to whom it would cover', () => {
    expect(answer('paul', asked(), known(true))).toMatchObject(refusal(/would cover your own account/));
  });

  it('is refused where it is not known whether it would cover who answers', () => {
    expect(answer('paul', asked(), unknown('nobody tells'))).toMatchObject(
      refusal(/is not known: nobody tells/),
    );
  });

  it('is refused once somebody has answered', () => {
    expect(answer('petra', approved())).toMatchObject(refusal(/does not wait/));
  });

  it('is refused after its day', () => {
    expect(answer('paul', asked({ expires: daysAgo(1) }))).toMatchObject(refusal(/does not wait/));
  });

  it('finds no exemption of another name', () => {
    expect(answer('paul', [])).toMatchObject({ ok: false, code: 'exemption.not-found' });
  });
});

describe('Ending early', () => {
  const end = (register: readonly RegisteredExemption[]) =>
    endExemption({ exemptionId: 'e', reason: 'over' }, { register, now: TAKEN_AT });

  it.each([
    ['in force', approved()],
    ['waiting', asked()],
  ])('is recorded of one that is %s', (_, register) => {
    expect(end(register)).toMatchObject({ ok: true, event: { kind: 'exemption-ended', reason: 'over' } });
  });

  it('is refused of one whose day has passed', () => {
    expect(end(approved({ expires: daysAgo(1) }))).toMatchObject({ ok: false, code: 'approval.not-allowed' });
  });

  it('finds no exemption of another name', () => {
    expect(end([])).toMatchObject({ ok: false, code: 'exemption.not-found' });
  });
});

describe('The state', () => {
  it('is expired from its day on, without anybody doing anything', () => {
    const register = approved({ expires: daysAhead(30) });
    expect([stateOf(register), stateOf(register, daysAhead(30))]).toEqual(['in-force', 'expired']);
  });

  it('is in force of what was saved with the policy', () => {
    const entry = { id: 'saved-1-1', exemption: exemption(), asked: null, answered: null, ended: null };
    expect(stateOf([entry])).toBe('in-force');
  });
});
