import type { ExemptionPreview, ExemptionRow } from '../../../src/contract/exemption-replies';
import type { PayloadOf } from '../../../src/contract/resolvers';
import type { Appearance } from './appearances';
import { counted } from './counts';
import { dayWithAge, formatDay } from './dates';
import { MATCH_LABELS, matchOf } from './exemption-form';
import { productLabel, VERDICT_LABELS } from './labels';

type State = ExemptionRow['state'];

export const EXEMPTION_STATES: Readonly<Record<State, { label: string; appearance: Appearance }>> = {
  waiting: { label: 'Waits for approval', appearance: 'inprogress' },
  'in-force': { label: 'In force', appearance: 'success' },
  expired: { label: 'Expired', appearance: 'moved' },
  declined: { label: 'Turned down', appearance: 'removed' },
  ended: { label: 'Ended early', appearance: 'default' },
};

/** "Group: all-staff", "E-mail domain: partner.example"; of an account only "Account", its person is shown by name. */
export function coversInWords({ match: { kind, value, name } }: Pick<ExemptionRow, 'match'>): string {
  if (kind === 'account') return MATCH_LABELS.account;
  if (kind !== 'group') return `${MATCH_LABELS[kind]}: ${value}`;
  return name === null
    ? `A group that the last scan does not know (${value})`
    : `${MATCH_LABELS.group}: ${name}`;
}

export function exemptionProduct({ product }: Pick<ExemptionRow, 'product'>): string {
  return product === null ? 'Every product' : productLabel(product);
}

/** "Until 2 Nov 2026 (in 3 days)", or since when its seats are judged like others. */
export function untilInWords(
  { state, expires }: Pick<ExemptionRow, 'state' | 'expires'>,
  now: string,
): string {
  if (state === 'expired')
    return `Its day was ${formatDay(expires)}: its seats are judged like others since then`;
  return `Until ${dayWithAge(expires, now)}`;
}

/** Reason and control; each as a sentence of its own. */
export function whyInWords({ reason, control }: Pick<ExemptionRow, 'reason' | 'control'>): string[] {
  return [reason, ...(control === null ? [] : [`Control: ${control}`])];
}

/** Who asked, who answered and who ended it, as sentences with account ids in them. */
export function wayInWords({ asked, answered, ended }: ExemptionRow): string[] {
  return [
    asked === null
      ? 'Saved with the policy, before exemptions were asked for'
      : `Asked by ${asked.by} on ${formatDay(asked.at)}`,
    ...(answered === null
      ? []
      : [
          answered.approved
            ? `Approved by ${answered.by} on ${formatDay(answered.at)}`
            : `Turned down by ${answered.by} on ${formatDay(answered.at)}: ${answered.reason}`,
        ]),
    ...(ended === null ? [] : [`Ended by ${ended.by} on ${formatDay(ended.at)}: ${ended.reason}`]),
  ];
}

/** What a page asks in order to show whom a waiting exemption would cover. */
export function coveredByRow({ match, product }: ExemptionRow): PayloadOf<'preview-exemption'> {
  return { match: matchOf(match.kind, match.value), ...(product === null ? {} : { product }) };
}

/** Whom an exemption would cover, and what would become of the seats. */
export function coverageSentences({ covers, isPartial }: ExemptionPreview): string[] {
  if (covers === null)
    return ['Whom it covers is looked up by the next scan: names and addresses are not stored.'];
  const { people, seats, moves } = covers;
  return [
    seats === 0
      ? 'It covers no seat.'
      : `It covers ${counted(seats, 'seat')} of ${counted(people, 'person')}.`,
    ...moves.map(
      ({ from, to, seats: moved }) =>
        `${counted(moved, 'seat')} from ${VERDICT_LABELS[from]} to ${VERDICT_LABELS[to]}.`,
    ),
    ...(moves.length === 0 ? ['No seat gets another verdict.'] : []),
    ...(isPartial
      ? ['Seats of products outside Jira are not counted: only administrators of the site show them to you.']
      : []),
  ];
}
