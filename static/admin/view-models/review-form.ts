import type { SettingsView } from '../../../src/contract/settings-replies';
import type { PayloadOf } from '../../../src/contract/resolvers';
import type { Assignment } from './assignment-form';
import type { BlackoutForm } from './blackout-form';
import { blackoutErrors, blackoutForm, blackoutPayload } from './blackout-form';
import { wholeNumber } from './whole-number';

type ReviewPayload = PayloadOf<'save-review-settings'>;
/** What the form asks for in its own way. */
type Own = 'assignment' | 'blackout' | 'notice';
type ReviewNumber = 'dueDays' | 'peoplePerRun' | 'stopAfterFailures' | 'handoffDays';

export type ReviewForm = Omit<ReviewPayload, ReviewNumber | Own> & {
  readonly assignment: Assignment;
  readonly blackout: BlackoutForm;
  readonly notice: { readonly project: string; readonly issueType: string };
} & Readonly<Record<ReviewNumber, string>>;

/** Bounds of the review's numbers, as the back end checks them. */
export const REVIEW_NUMBERS: Readonly<
  Record<ReviewNumber, { label: string; help: string; min: number; max: number }>
> = {
  dueDays: { label: 'Days until a review is due', help: 'From the day it opens.', min: 1, max: 90 },
  peoplePerRun: {
    label: 'People per removal run',
    help: 'A run never starts more people than this.',
    min: 1,
    max: 500,
  },
  stopAfterFailures: {
    label: 'Stop a run after this many failures',
    help: 'Counted over the whole run: removals that were refused or whose outcome is unclear.',
    min: 1,
    max: 100,
  },
  handoffDays: { label: 'Days until a handoff is due', help: 'From the day it is opened.', min: 1, max: 90 },
};

export function reviewForm(settings: SettingsView): ReviewForm {
  const { review } = settings;
  return {
    ...review,
    blackout: blackoutForm(settings),
    approvers: [...review.approvers],
    auditors: [...review.auditors],
    dueDays: String(review.dueDays),
    peoplePerRun: String(review.peoplePerRun),
    stopAfterFailures: String(review.stopAfterFailures),
    handoffDays: String(review.handoffDays),
    notice: { ...review.notice, project: review.notice.project ?? '' },
  };
}

const NUMBER_NAMES: readonly ReviewNumber[] = ['dueDays', 'peoplePerRun', 'stopAfterFailures', 'handoffDays'];

/** The numbers in the order in which the form asks for them. */
export function reviewNumbers(): readonly ReviewNumber[] {
  return NUMBER_NAMES;
}

/** What is wrong with the form, by name. */
export function reviewErrors(form: ReviewForm): Readonly<Record<string, string>> {
  const numbers = NUMBER_NAMES.flatMap((name): [string, string][] => {
    const { min, max } = REVIEW_NUMBERS[name];
    const wrong = wholeNumber(form[name], min, max) === null;
    return wrong ? [[name, `A whole number from ${String(min)} to ${String(max)}.`]] : [];
  });
  const { project, issueType } = form.notice;
  const isKey = project === '' || PROJECT_KEY.test(project);
  return {
    ...Object.fromEntries(numbers),
    ...(isKey ? {} : { noticeProject: 'The key of a project, such as OPS.' }),
    ...(issueType === '' ? { noticeIssueType: 'The name of an issue type, such as Task.' } : {}),
  };
}

const PROJECT_KEY = /^[A-Za-z][A-Za-z0-9_]*$/;

/** The payload of a form without errors, else null. */
export function reviewPayload(form: ReviewForm): ReviewPayload | null {
  const errors = { ...reviewErrors(form), ...blackoutErrors(form.blackout) };
  if (Object.keys(errors).length > 0) return null;
  return {
    ...form,
    blackout: blackoutPayload(form.blackout),
    dueDays: Number(form.dueDays),
    peoplePerRun: Number(form.peoplePerRun),
    stopAfterFailures: Number(form.stopAfterFailures),
    handoffDays: Number(form.handoffDays),
    notice: { ...form.notice, project: form.notice.project === '' ? null : form.notice.project },
  };
}
