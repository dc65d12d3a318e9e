import type { ErrorCode } from '../../lib/app-error';
import type { CycleEvent } from './events';

/** What a command leads to: an event to record, or a refusal with its reason. */
export type Ruling<Event = CycleEvent> =
  | { readonly ok: true; readonly event: Event }
  | { readonly ok: false; readonly code: ErrorCode; readonly message: string };

export function refuse(code: ErrorCode, message: string): { ok: false; code: ErrorCode; message: string } {
  return { ok: false, code, message };
}

export function record<Event extends CycleEvent>(event: Event): { ok: true; event: Event } {
  return { ok: true, event };
}

/** "line 4", "lines 4, 5 and 9", "lines 4, 5, 6 and 12 more". */
export function lineNames(numbers: readonly number[]): string {
  const shown = numbers.slice(0, 3).map(String);
  const rest = numbers.length - shown.length;
  const parts = rest > 0 ? [...shown, `${String(rest)} more`] : shown;
  const last = parts.at(-1) ?? '';
  const names = parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
  return `${numbers.length === 1 ? 'line' : 'lines'} ${names}`;
}
