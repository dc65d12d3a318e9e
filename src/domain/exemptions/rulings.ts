import { wholeDays } from '../../lib/duration';
import { hashOf } from '../evidence/hash-chain';
import type { Exemption } from '../policy';
import { refuse, type Ruling } from '../review/ruling';
import type { Signal } from '../signal';
import { exemptionState, type ExemptionEvent, type RegisteredExemption } from './register';

/** A year, leap years included; what is still needed then is asked for again, and looked at again. */
const LONGEST_DAYS = 366;
/** Exemptions that wait or count at the same time. */
const MOST = 500;

type ExemptionRuling = Ruling<ExemptionEvent>;

interface Asked {
  readonly register: readonly RegisteredExemption[];
  /** ISO 8601 UTC. */
  readonly now: string;
}

/** A new exemption waits until somebody else approves it; it needs a day within a year (product.md §7). */
export function askExemption(
  command: { readonly exemptionId: string; readonly exemption: Exemption },
  { register, now }: Asked,
): ExemptionRuling {
  const days = wholeDays(command.exemption.expires) - wholeDays(now);
  if (command.exemption.expires <= now)
    return refuse('input.invalid', 'An exemption must end on a day that is still to come.');
  if (!(days <= LONGEST_DAYS))
    return refuse('input.invalid', 'An exemption lasts at most a year. Ask again before it ends.');
  const open = register.filter((entry) => ['waiting', 'in-force'].includes(exemptionState(entry, now)));
  const same = open.find(({ exemption }) => hashOf(exemption) === hashOf(command.exemption));
  if (same !== undefined)
    return refuse(
      'input.invalid',
      exemptionState(same, now) === 'waiting'
        ? 'The same exemption waits for an approval already.'
        : 'The same exemption is in force already.',
    );
  if (open.length >= MOST)
    return refuse('input.invalid', `There are ${String(MOST)} exemptions already. End some of them first.`);
  return { ok: true, event: { kind: 'exemption-asked', ...command } };
}

export interface ExemptionAnswer {
  readonly exemptionId: string;
  readonly by: string;
  /** Null approves; a reason turns down. */
  readonly declined: string | null;
  /** Whether it would cover the account of who answers. */
  readonly covers: Signal<boolean>;
}

/** Approved or turned down by somebody who neither asked for, nor answers for, nor benefits from it. */
export function answerExemption(answer: ExemptionAnswer, { register, now }: Asked): ExemptionRuling {
  const { exemptionId, by, declined, covers } = answer;
  const entry = register.find(({ id }) => id === exemptionId);
  if (entry === undefined) return notFound();
  const obstacle = obstacleToAnswer(entry, by, now) ?? obstacleOfCover(covers);
  if (obstacle !== null) return refuse('approval.not-allowed', obstacle);
  return declined === null
    ? { ok: true, event: { kind: 'exemption-approved', exemptionId } }
    : { ok: true, event: { kind: 'exemption-declined', exemptionId, reason: declined } };
}

/** Why this person may not answer, as far as the record itself tells; null when it does not stand in the way. */
export function obstacleToAnswer(entry: RegisteredExemption, by: string, now: string): string | null {
  const { match, owner } = entry.exemption;
  if (exemptionState(entry, now) !== 'waiting') return 'This exemption does not wait for an approval.';
  if (entry.asked?.by === by) return 'You asked for this exemption: somebody else must approve it.';
  if ('account' in match && match.account === by)
    return 'This exemption is for your own account: somebody else must approve it.';
  if (owner === by) return 'You own this exemption: somebody else must approve it.';
  return null;
}

function obstacleOfCover(covers: Signal<boolean>): string | null {
  if (!covers.known)
    return `Whether this exemption would cover your own account is not known: ${covers.reason}. Somebody else must approve it.`;
  return covers.value ? 'This exemption would cover your own account: somebody else must approve it.' : null;
}

/** Ended before its day, or taken back before it was answered; its seats are judged like others from then on. */
export function endExemption(
  command: { readonly exemptionId: string; readonly reason: string },
  { register, now }: Asked,
): ExemptionRuling {
  const entry = register.find(({ id }) => id === command.exemptionId);
  if (entry === undefined) return notFound();
  if (!['waiting', 'in-force'].includes(exemptionState(entry, now)))
    return refuse('approval.not-allowed', 'This exemption has ended already.');
  return { ok: true, event: { kind: 'exemption-ended', ...command } };
}

function notFound(): ExemptionRuling {
  return refuse('exemption.not-found', 'There is no such exemption.');
}
