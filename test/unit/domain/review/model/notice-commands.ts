import { claimSeat } from '../../../../../src/domain/review/claim-seat';
import type { Kinds, Step } from './command';
import { giveBack, has, isOpen } from './people-commands';
import {
  bundleOf,
  isApproved,
  isBegun,
  linesOf,
  removable,
  type Model,
  type ModelLine,
} from './review-model';

/** Days after which every notice of these walks has passed. */
const LATER_DAYS = 8;

const waiting = (model: Model): ModelLine[] =>
  model.ended === null && model.notice ? removable(model).filter(({ told }) => told === 'no') : [];

const telling: Step = {
  what: 'everybody who waits is told',
  when: (model) => waiting(model).length > 0,
  may: () => true,
  then: (model) => {
    for (const line of waiting(model)) Object.assign(line, { told: 'told', state: 'noticed' });
  },
  really: (review) => review.tell(),
};

const passing: Step = {
  what: 'the days of notice pass',
  when: ({ lines }) => lines.some(({ told }) => told === 'told'),
  may: () => true,
  then: ({ lines }) => {
    for (const line of lines) if (line.told === 'told') line.told = 'due';
  },
  really: (review) => review.later(LATER_DAYS),
};

/** Approved, also where a run is on its way to it. */
const isToEnd = (line: ModelLine): boolean => isApproved(line) || line.state === 'executing';

/** Lines that cannot be removed without this one fall back with it; their people are told anew (§8). */
const claiming = [1, 2, 3].map((number): Step => ({
  what: `the person concerned still needs ${String(number)}`,
  when: has([number]),
  may: (model) =>
    isOpen(model) &&
    linesOf(model, [number]).every(
      (line) => isToEnd(line) && line.decision === 'remove' && !bundleOf(model, line).some(isBegun),
    ),
  then: (model) => {
    const back = linesOf(model, [number])
      .flatMap((line) => bundleOf(model, line))
      .filter((line) => line.decision === 'remove' && (isToEnd(line) || line.state === 'decided'));
    giveBack(
      model,
      back.map(({ line }) => line),
    );
    for (const line of back) line.told = 'no';
  },
  really: (review) => {
    const { accountId, product } = review.line(number).facts.seat;
    return review.run(accountId, (cycle) => claimSeat(cycle, { product, note: 'needed' }, accountId));
  },
}));

/** What brings people to know of their removals comes first. */
export const noticeSteps: Kinds = [[telling], [passing], claiming];
