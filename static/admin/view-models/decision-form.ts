import type { DecisionKind, LineRow } from '../../../src/contract/review-replies';
import type { PayloadOf } from '../../../src/contract/resolvers';
import type { DecisionReason, OwnerClass } from './contract-types';
import { listed } from './counts';
import { fromPickerDay, pickerDayAfter } from './dates';
import { DECISION_LABELS, OWNER_LABELS, REASON_LABELS } from './labels';
import { commonDecisions } from './line-selection';
import { seenOf } from './lines';

export interface DecisionForm {
  readonly decision: DecisionKind | '';
  readonly reason: DecisionReason | '';
  readonly note: string;
  /** Picker day, `2026-11-02`; empty for none. */
  readonly until: string;
  /** Whom to ask; empty for the owners that each line's own facts point to. */
  readonly owners: readonly OwnerClass[];
  readonly control: string;
  /** Who answers for an exception; empty for whoever decides. */
  readonly owner: string;
  /** Who gets lines that are not mine; empty for the fallback reviewer. */
  readonly handTo: string;
}

export interface DecisionErrors {
  readonly decision?: string;
  readonly reason?: string;
  readonly note?: string;
  readonly until?: string;
  readonly owners?: string;
  readonly control?: string;
  readonly owner?: string;
}

/** How long an exception is proposed for, in days. */
const EXCEPTION_DAYS = 90;

/** The form opens on the recommendation, when every line allows it. */
export function firstForm(lines: readonly LineRow[]): DecisionForm {
  const [first] = lines;
  const recommended = first?.recommended;
  const follows = recommended !== undefined && commonDecisions(lines).includes(recommended);
  return {
    decision: follows ? recommended : '',
    reason: follows ? 'follows-recommendation' : '',
    note: '',
    until: '',
    owners: [],
    control: '',
    owner: '',
    handTo: '',
  };
}

/** The form after another decision was chosen: a reason that no longer fits is taken away, a date proposed. */
export function chooseDecision(
  form: DecisionForm,
  lines: readonly LineRow[],
  decision: DecisionKind,
  now: string,
): DecisionForm {
  return {
    ...form,
    decision,
    reason: reasonFor(form, lines, decision),
    until: decision === 'exception' && form.until === '' ? pickerDayAfter(now, EXCEPTION_DAYS) : form.until,
  };
}

/** Why a line is not mine stands in the note alone. */
function reasonFor(
  { reason }: DecisionForm,
  lines: readonly LineRow[],
  decision: DecisionKind,
): DecisionForm['reason'] {
  if (decision === 'not-mine') return 'other';
  if (!departsFrom(lines, decision)) return 'follows-recommendation';
  const fits = reasonChoices(lines, decision).some(({ value }) => value === reason);
  return fits ? reason : '';
}

/** Whether the decision is another than the recommended one on any line. */
export function departsFrom(lines: readonly LineRow[], decision: DecisionKind | ''): boolean {
  return decision !== '' && lines.some(({ recommended }) => recommended !== decision);
}

export function takesUntil(decision: DecisionKind | ''): boolean {
  return decision === 'keep' || decision === 'exception';
}

/** What keeps the form from being sent; empty when nothing does. */
export function decisionErrors(form: DecisionForm, lines: readonly LineRow[], now: string): DecisionErrors {
  const until = form.until === '' ? undefined : fromPickerDay(form.until);
  const departs = departsFrom(lines, form.decision);
  return {
    ...(form.decision === '' ? { decision: 'Choose a decision.' } : {}),
    ...(form.reason === '' ? { reason: 'Choose a reason.' } : {}),
    ...(departs && form.note.trim() === ''
      ? { note: 'Departing from the recommendation needs a note: say why, an auditor will read it.' }
      : {}),
    ...(form.decision === 'exception' && until === undefined
      ? { until: 'An exception needs a date on which it ends.' }
      : {}),
    ...(form.decision === 'exception' && form.control.trim() === ''
      ? { control: 'An exception needs a compensating control: say what limits the risk until then.' }
      : {}),
    ...(form.decision === 'exception' && lines.some(({ accountId }) => accountId === form.owner)
      ? { owner: 'The account concerned cannot own its exception.' }
      : {}),
    ...(until !== undefined && until <= now ? { until: 'Choose a day that is still to come.' } : {}),
    ...(form.decision === 'route-out' &&
    form.owners.length === 0 &&
    lines.some(({ owners }) => owners.length === 0)
      ? { owners: 'Choose whom to ask: the facts of a line point to nobody.' }
      : {}),
  };
}

export interface DecisionContext {
  readonly cycleId: string;
  readonly lines: readonly LineRow[];
}

/** The payload of a form without errors; null while a choice is missing. */
export function decisionPayload(
  form: DecisionForm,
  context: DecisionContext,
): PayloadOf<'decide-lines'> | null {
  const { decision, reason } = form;
  if (decision === '' || reason === '') return null;
  const until = takesUntil(decision) ? fromPickerDay(form.until) : undefined;
  return {
    cycleId: context.cycleId,
    lines: context.lines.map(({ line }) => line),
    decision,
    reason,
    note: form.note.trim(),
    ...(until === undefined ? {} : { until }),
    ...(decision === 'route-out' && form.owners.length > 0 ? { owners: [...form.owners] } : {}),
    ...(decision === 'exception' ? exceptionParts(form) : {}),
    ...(decision === 'not-mine' && form.handTo !== '' ? { handTo: form.handTo } : {}),
    seen: seenOf(context.lines),
  };
}

function exceptionParts({
  control,
  owner,
}: DecisionForm): Pick<PayloadOf<'decide-lines'>, 'control' | 'owner'> {
  return { control: control.trim(), ...(owner === '' ? {} : { owner }) };
}

/** Reasons for leaving a seat, which no removal may be given. */
const REASONS_TO_STAY: readonly string[] = ['still-needed', 'seasonal-use', 'on-leave'];

/** Reasons that fit: "follows the recommendation" only where it does, and none that says the contrary. */
export function reasonChoices(
  lines: readonly LineRow[],
  decision: DecisionKind | '',
): { value: string; label: string }[] {
  const departs = departsFrom(lines, decision);
  return Object.entries(REASON_LABELS)
    .filter(([code]) => !departs || code !== 'follows-recommendation')
    .filter(([code]) => decision !== 'remove' || !REASONS_TO_STAY.includes(code))
    .map(([value, label]) => ({ value, label }));
}

/** Whom the lines' own facts point to, for the field that may choose others. */
export function recommendedOwners(lines: readonly LineRow[]): string {
  const owners = [...new Set(lines.flatMap((line) => line.owners))].map((owner) => OWNER_LABELS[owner]);
  if (owners.length === 0) return 'The facts point to nobody: choose whom to ask.';
  return `Left empty, each line asks the owners that its own facts point to (${listed(owners)}).`;
}

/** What to do next after a decision, for the flag. */
export function afterDecision(decision: DecisionKind): string {
  switch (decision) {
    case 'remove':
      return 'Nothing is removed yet: somebody else approves first.';
    case 'exception':
      return 'Somebody else approves the exception.';
    case 'route-out':
      return 'A handoff to the owner is on the Route-outs page.';
    case 'not-mine':
      return 'The lines are undecided, and in the queue of whoever got them.';
    case 'keep':
    case 'wait':
      return `Decided as ${DECISION_LABELS[decision].toLowerCase()}. Undo stays possible until sign-off.`;
  }
}

const OWNERS = Object.keys(OWNER_LABELS);
const REASONS = Object.keys(REASON_LABELS);

/** The form with another reason; a word that is no reason clears it. */
export function chooseReason(form: DecisionForm, reason: string): DecisionForm {
  return { ...form, reason: isReason(reason) ? reason : '' };
}

export function chooseOwners(form: DecisionForm, owners: readonly string[]): DecisionForm {
  return { ...form, owners: owners.filter(isOwner) };
}

function isReason(word: string): word is DecisionReason {
  return REASONS.includes(word);
}

function isOwner(word: string): word is OwnerClass {
  return OWNERS.includes(word);
}
