import type { ExceptionList, ExceptionRow, ExceptionState } from '../../../src/contract/exception-replies';
import type { PayloadOf } from '../../../src/contract/resolvers';
import type { Appearance } from './appearances';
import { counted } from './counts';
import { dayWithAge, formatDay } from './dates';
import { productLabel } from './labels';
import { reasonInWords } from './lines';
import type { Filters } from './route';
import { offsetOf, oneOf } from './route';
import { optional, PAGE_SIZE } from './seats';

export const EXCEPTION_STATES: Readonly<Record<ExceptionState, { label: string; appearance: Appearance }>> = {
  waiting: { label: 'Waits for approval', appearance: 'inprogress' },
  approved: { label: 'Waits for sign-off', appearance: 'new' },
  'in-force': { label: 'In force', appearance: 'success' },
  expired: { label: 'Expired', appearance: 'moved' },
  ended: { label: 'Ended early', appearance: 'moved' },
  cancelled: { label: 'Review cancelled', appearance: 'default' },
};

const STATES: readonly ExceptionState[] = [
  'waiting',
  'approved',
  'in-force',
  'expired',
  'ended',
  'cancelled',
];

export const EXCEPTION_FILTERS: readonly string[] = ['state', 'product', 'person'];

export const STATE_CHOICES = STATES.map((value) => ({ value, label: EXCEPTION_STATES[value].label }));

export function exceptionQuery(filters: Filters): PayloadOf<'list-exceptions'> {
  return {
    ...optional('state', oneOf(filters['state'], STATES)),
    ...(filters['product'] === undefined ? {} : { product: filters['product'] }),
    ...(filters['person'] === undefined ? {} : { accountId: filters['person'] }),
    offset: offsetOf(filters),
    limit: PAGE_SIZE,
  };
}

/** "Until 2 Nov 2026 (in 3 days)", or how it ended; what it protects and since when. */
export function standingInWords(
  {
    state,
    expires,
    protectedFrom,
    ended,
  }: Pick<ExceptionRow, 'state' | 'expires' | 'protectedFrom' | 'ended'>,
  now: string,
): string {
  switch (state) {
    case 'in-force':
      return `Until ${dayWithAge(expires, now)}`;
    case 'waiting':
    case 'approved':
      return `Until ${dayWithAge(expires, now)}; protects its seat from the sign-off on`;
    case 'expired':
      return protectedFrom === null
        ? `Its day, ${formatDay(expires)}, passed before a sign-off: it never protected its seat`
        : `Returned by itself on ${formatDay(expires)}: its seat is judged like others since then`;
    case 'ended':
      return ended === null
        ? 'Ended before its day'
        : `Ended on ${formatDay(ended.at)}, before its day: ${ended.reason}`;
    case 'cancelled':
      return 'Never protected its seat';
  }
}

/** Reason, note and control; each as a sentence of its own. */
export function exceptionReasons({ reason, note, control }: ExceptionRow): string[] {
  return [
    reasonInWords(reason),
    ...(note === '' ? [] : [note]),
    control === null || control === '' ? 'No compensating control is named' : `Control: ${control}`,
  ];
}

/** Who decided it, who owns it, who approved and who ended it, as sentences with account ids in them. */
export function exceptionWay(row: ExceptionRow): string[] {
  const { owner, decidedBy, decidedAt, approvedBy, approvedAt, ended } = row;
  return [
    ...(owner === decidedBy
      ? [`Decided and owned by ${owner} since ${formatDay(decidedAt)}`]
      : [`Decided by ${decidedBy} on ${formatDay(decidedAt)}`, `Owned by ${owner}`]),
    approvedBy === null
      ? 'Not approved yet'
      : `Approved by ${approvedBy}${approvedAt === null ? '' : ` on ${formatDay(approvedAt)}`}`,
    ...(ended === null ? [] : [`Ended by ${ended.by}`]),
  ];
}

/** "6 exceptions (waits for approval: 1, in force: 5)": the whole register, whatever the filters. */
export function exceptionTotals({ totals }: Pick<ExceptionList, 'totals'>): string {
  const told = STATES.filter((state) => totals[state] > 0);
  const all = told.reduce((sum, state) => sum + totals[state], 0);
  const parts = told.map(
    (state) => `${EXCEPTION_STATES[state].label.toLowerCase()}: ${String(totals[state])}`,
  );
  return `${counted(all, 'exception')}${parts.length === 0 ? '' : ` (${parts.join(', ')})`}.`;
}

export function exceptionProducts({ products }: Pick<ExceptionList, 'products'>) {
  return products.map((value) => ({ value, label: productLabel(value) }));
}
