import type { CaseDetail, CaseList, CaseRow, HandoffRow } from '../../../src/contract/handoff-replies';
import type { PayloadOf } from '../../../src/contract/resolvers';
import type { AnswerKind } from './contract-types';
import { capitalised, counted } from './counts';
import { dueInWords, formatDay, fromPickerDay } from './dates';
import { ANSWER_LABELS, OWNER_LABELS } from './labels';
import type { Filters } from './route';
import { offsetOf, oneOf } from './route';
import { optional, PAGE_SIZE } from './seats';
import { ANSWER_KINDS, OWNER_CLASSES } from '../../../src/contract/words';

export const STATUS_CHOICES = [
  { value: 'open', label: 'Open' },
  { value: 'overdue', label: 'Overdue' },
  { value: 'closed', label: 'Closed' },
] as const;

export function caseQuery(filters: Filters): PayloadOf<'list-handoffs'> {
  return {
    ...optional('status', oneOf(filters['status'], ['open', 'overdue', 'closed'] as const)),
    ...optional('owner', oneOf(filters['owner'], OWNER_CLASSES)),
    offset: offsetOf(filters),
    limit: PAGE_SIZE,
  };
}

/** "Identity provider · okta-admins@acme.example"; says so when no contact is known. */
export function ownerInWords({ owner, contact }: Pick<CaseRow, 'owner' | 'contact'>): string {
  return `${capitalised(OWNER_LABELS[owner])} · ${contact === '' ? 'no contact in the owners register' : contact}`;
}

/** "14 handoffs for 12 people, 9 open". */
export function caseInWords({ handoffs, people, open }: CaseRow): string {
  return `${counted(handoffs, 'handoff')} for ${counted(people, 'person')}, ${String(open)} open`;
}

/** "12 Dec 2026, due in 20 days"; a case without open handoffs is due no more. */
export function caseDue({ open, dueAt }: CaseRow, now: string): string {
  return open === 0 ? 'Nothing open' : `${formatDay(dueAt)}, ${dueInWords(dueAt, now)}`;
}

export function totalsInWords({ totals }: CaseList): string {
  return `${counted(totals.handoffs, 'handoff')}: ${String(totals.open)} open, ${String(totals.overdue)} overdue, ${String(totals.closed)} closed`;
}

/** Handoffs of a case that still wait for an answer. */
export function openHandoffs({ rows }: CaseDetail): HandoffRow[] {
  return rows.filter(({ status }) => status === 'open');
}

/** The answer given, or the due date, or what else became of the handoff. */
export function handoffInWords(
  { status, answer, dueAt, overdue, nextStep }: HandoffRow,
  now: string,
): string {
  if (status === 'open') return overdue ? `${dueInWords(dueAt, now)}. ${nextStep}` : nextStep;
  if (answer === null) return nextStep;
  const label = Object.entries(ANSWER_LABELS).find(([kind]) => kind === answer)?.[1] ?? answer;
  return nextStep === '' ? label : `${label}. ${nextStep}`;
}

export interface AnswerForm {
  readonly answer: AnswerKind | '';
  readonly answeredBy: string;
  readonly answeredByAccount: string;
  readonly note: string;
  readonly until: string;
}

export const EMPTY_ANSWER: AnswerForm = {
  answer: '',
  answeredBy: '',
  answeredByAccount: '',
  note: '',
  until: '',
};

export interface AnswerErrors {
  readonly answer?: string;
  readonly answeredBy?: string;
  readonly handoffs?: string;
  readonly until?: string;
}

/** What keeps an answer from being recorded. */
export function answerErrors(form: AnswerForm, chosen: readonly string[], now: string): AnswerErrors {
  const until = fromPickerDay(form.until);
  return {
    ...(chosen.length === 0 ? { handoffs: 'Choose at least one handoff.' } : {}),
    ...(form.answer === '' ? { answer: 'Choose what the owner answered.' } : {}),
    ...(form.answeredBy.trim() === '' ? { answeredBy: 'Say who answered: a name, or a ticket.' } : {}),
    ...(form.answer === 'keep' && until !== undefined && until <= now
      ? { until: 'Choose a day that is still to come.' }
      : {}),
  };
}

export function answerPayload(
  form: AnswerForm,
  { cycleId, sequence }: Pick<CaseDetail, 'cycleId' | 'sequence'>,
  handoffIds: readonly string[],
): PayloadOf<'answer-handoffs'> | null {
  if (form.answer === '') return null;
  const until = form.answer === 'keep' ? fromPickerDay(form.until) : undefined;
  return {
    cycleId,
    handoffIds: [...handoffIds],
    answer: form.answer,
    answeredBy: form.answeredBy.trim(),
    ...(form.answeredByAccount === '' ? {} : { answeredByAccount: form.answeredByAccount }),
    note: form.note.trim(),
    ...(until === undefined ? {} : { until }),
    seen: sequence,
  };
}

/** The form with another answer; a word that is none clears it. */
export function chooseAnswer(form: AnswerForm, answer: string): AnswerForm {
  return { ...form, answer: oneOf(answer, ANSWER_KINDS) ?? '' };
}
