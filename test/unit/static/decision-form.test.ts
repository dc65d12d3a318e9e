import { describe, expect, it } from 'vitest';
import {
  chooseDecision,
  chooseOwners,
  chooseReason,
  decisionErrors,
  decisionPayload,
  firstForm,
  reasonChoices,
  recommendedOwners,
} from '../../../static/admin/view-models/decision-form';
import { aLine, COLLEAGUE, NOW } from './builders';

const lines = [aLine({ line: 4, sequence: 7 })];
const context = { cycleId: 'c', lines };

describe('the decision form', () => {
  it('opens on the recommendation and is complete', () => {
    const form = firstForm(lines);
    expect(form).toMatchObject({ decision: 'remove', reason: 'follows-recommendation' });
    expect(decisionErrors(form, lines, NOW)).toEqual({});
  });

  it('opens empty when a line does not allow what is recommended', () => {
    expect(firstForm([aLine({ allowed: ['keep'] })]).decision).toBe('');
  });

  it('sends the sequence that the page has seen', () => {
    expect(decisionPayload(firstForm(lines), context)).toEqual({
      cycleId: 'c',
      lines: [4],
      decision: 'remove',
      reason: 'follows-recommendation',
      note: '',
      seen: 7,
    });
  });
});

describe('departing from the recommendation', () => {
  const keep = chooseDecision(firstForm(lines), lines, 'keep', NOW);

  it('takes away the reason that no longer fits', () => {
    expect(keep.reason).toBe('');
    expect(reasonChoices(lines, 'keep').map(({ value }) => value)).not.toContain('follows-recommendation');
  });

  it('needs another reason and a note', () => {
    expect(Object.keys(decisionErrors(keep, lines, NOW))).toEqual(['reason', 'note']);
    const full = { ...chooseReason(keep, 'still-needed'), note: 'Needed for the audit.' };
    expect(decisionErrors(full, lines, NOW)).toEqual({});
  });

  it('counts when it departs on any of the lines', () => {
    const mixed = [aLine(), aLine({ line: 2, recommended: 'keep' })];
    expect(decisionErrors({ ...firstForm(mixed), note: '' }, mixed, NOW).note).toBeDefined();
  });
});

describe('a line that is not mine', () => {
  const notMine = { ...chooseDecision(firstForm(lines), lines, 'not-mine', NOW), note: 'Another team.' };

  it('needs no reason but the note', () => {
    expect(decisionErrors(notMine, lines, NOW)).toEqual({});
    expect(Object.keys(decisionErrors({ ...notMine, note: '' }, lines, NOW))).toEqual(['note']);
  });

  it('goes to whoever is named', () => {
    const payload = decisionPayload({ ...notMine, handTo: COLLEAGUE }, context);
    expect(payload).toMatchObject({ decision: 'not-mine', reason: 'other', handTo: COLLEAGUE });
  });

  it('names nobody for another decision', () => {
    expect(decisionPayload({ ...firstForm(lines), handTo: COLLEAGUE }, context)).not.toHaveProperty('handTo');
  });
});

describe('an exception', () => {
  const exception = {
    ...chooseReason(chooseDecision(firstForm(lines), lines, 'exception', NOW), 'on-leave'),
    note: 'x',
  };

  it('is proposed for 90 days', () => {
    expect(exception.until).toBe('2027-02-20');
  });

  it('needs a day that is still to come', () => {
    expect(decisionErrors({ ...exception, until: '' }, lines, NOW).until).toBeDefined();
    expect(decisionErrors({ ...exception, until: '2026-01-01' }, lines, NOW).until).toBeDefined();
  });

  it('carries its day and its compensating control', () => {
    expect(decisionPayload({ ...exception, control: ' quarterly check ' }, context)).toMatchObject({
      until: '2027-02-20T23:59:59.000Z',
      control: 'quarterly check',
    });
  });
});

describe('a route-out', () => {
  const routed = chooseDecision(firstForm(lines), lines, 'route-out', NOW);

  it('needs somebody to ask where the facts point to nobody', () => {
    expect(decisionErrors(routed, lines, NOW).owners).toContain('Choose whom to ask');
    expect(recommendedOwners(lines)).toContain('choose whom to ask');
  });

  it('leaves each of several lines its own owners unless others are chosen', () => {
    const owned = [
      aLine({ owners: ['identity'], recommended: 'route-out' }),
      aLine({ line: 2, owners: ['team'], recommended: 'route-out' }),
    ];
    const form = firstForm(owned);
    expect(decisionErrors(form, owned, NOW)).toEqual({});
    expect(decisionPayload(form, { ...context, lines: owned })).not.toHaveProperty('owners');
    expect(recommendedOwners(owned)).toContain('identity provider and team');
  });

  it('asks only owner classes that exist', () => {
    expect(chooseOwners(routed, ['security', 'nobody known']).owners).toEqual(['security']);
  });

  it('sends no date that was left over from another choice', () => {
    const form = {
      ...chooseReason(chooseOwners(routed, ['security']), 'other'),
      note: 'x',
      until: '2027-01-01',
    };
    expect(decisionPayload(form, context)).not.toHaveProperty('until');
  });
});
