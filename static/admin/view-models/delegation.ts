import type { PayloadOf } from '../../../src/contract/resolvers';
import type { Roles } from './contract-types';
import { fromPickerDay, pickerDayAfter } from './dates';

export interface DelegationForm {
  readonly to: string;
  /** `2026-11-30`; empty while none is chosen. */
  readonly until: string;
  readonly reason: string;
}

/** Longest delegation that the back end takes. */
const MOST_DELEGATED_DAYS = 90;
/** Shortest reason that the back end takes, in characters. */
const SHORTEST_REASON = 3;

export function emptyDelegation(): DelegationForm {
  return { to: '', until: '', reason: '' };
}

/** What is still missing, by field. */
export function delegationErrors(
  { to, until, reason }: DelegationForm,
  accountId: string,
): Partial<Record<keyof DelegationForm, string>> {
  return {
    ...(to === '' ? { to: 'Choose a person.' } : to === accountId ? { to: 'Choose somebody else.' } : {}),
    ...(fromPickerDay(until) === undefined ? { until: 'Choose a day.' } : {}),
    ...(reason.trim().length < SHORTEST_REASON ? { reason: 'Write a reason.' } : {}),
  };
}

/** Null while something is missing. */
export function delegationPayload(
  form: DelegationForm,
  accountId: string,
): PayloadOf<'delegate-approvals'> | null {
  const until = fromPickerDay(form.until);
  if (until === undefined || Object.keys(delegationErrors(form, accountId)).length > 0) return null;
  return { to: form.to, until, reason: form.reason.trim() };
}

/** A day at the end of the longest delegation would be a little beyond it. */
export function lastDayToDelegate(now: string): string {
  return pickerDayAfter(now, MOST_DELEGATED_DAYS - 1);
}

/** Whether this person approves lines at all, in their own right or in somebody's place. */
export function approvesLines({ approver, delegators }: Roles): boolean {
  return approver || delegators.length > 0;
}
