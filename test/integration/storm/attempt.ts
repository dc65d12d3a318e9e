import type { LineRow } from '../../../src/contract/review-replies';
import type { PayloadOf, ResolverName } from '../../../src/contract/resolvers';
import type { CycleEvent } from '../../../src/domain/review/events';
import type { Random } from '../../local/generate/random';
import { CAST, type Actor, type Part } from './cast';

/** What a person's page shows at the moment. */
export interface Page {
  readonly rows: readonly LineRow[];
  readonly sequence: number;
  readonly runId: string | null;
  readonly fingerprint: string;
}

/** One call, and the record that it leads to when it is carried out. */
export interface Deed {
  readonly resolver: ResolverName;
  readonly payload: object;
  readonly kind: CycleEvent['kind'] | null;
  /** What tells its record from others of the same kind and person. */
  readonly mark: string;
  readonly lines: readonly number[];
}

interface Chance {
  readonly weight: number;
  readonly part: Part;
  readonly deed: (page: Page, random: Random, tag: string) => Deed | null;
}

const CYCLE = { cycleId: '' };
const UNTIL = '2027-03-01T00:00:00Z';

type OnLines = 'decide-lines' | 'assign-lines' | 'undo-decision' | 'approve-lines' | 'return-lines';

/** A call about lines that the page shows in such a state; null where it shows none. */
function onLines<Name extends OnLines>(
  resolver: Name,
  kind: CycleEvent['kind'],
  fits: (row: LineRow) => boolean,
  more: (row: LineRow, tag: string, random: Random) => Omit<PayloadOf<Name>, 'cycleId' | 'lines' | 'seen'>,
): Chance['deed'] {
  return ({ rows, sequence }, random, tag) => {
    const fitting = rows.filter(fits);
    if (fitting.length === 0) return null;
    const first = random.pick(fitting);
    const alike = fitting.filter((row) => row.verdict === first.verdict);
    const chosen = random.chance(0.5) ? [first] : random.shuffled(alike).slice(0, random.integer(1, 5));
    const lines = chosen.map(({ line }) => line);
    const payload = { ...CYCLE, lines, seen: sequence, ...more(first, tag, random) };
    const mark = kind === 'lines-approved' ? lines.join() : tag;
    return { resolver, payload, kind: isHandOver(payload) ? 'lines-assigned' : kind, mark, lines };
  };
}

/** “Not mine” decides nothing: it gives the lines to somebody else. */
function isHandOver(payload: object): boolean {
  return 'decision' in payload && payload.decision === 'not-mine';
}

const decide = onLines(
  'decide-lines',
  'lines-decided',
  () => true,
  (row, note, random) => {
    const decision = random.chance(0.5) ? row.recommended : random.pick(row.allowed);
    return {
      decision,
      reason: 'other' as const,
      note,
      ...(decision === 'exception' ? { until: UNTIL } : {}),
    };
  },
);

const isDecided = ({ state, decision }: LineRow): boolean => decision !== null && state !== 'approved';

const CHANCES: readonly Chance[] = [
  { weight: 50, part: 'reviewer', deed: decide },
  {
    weight: 12,
    part: 'reviewer',
    deed: onLines('undo-decision', 'decision-undone', isDecided, (_, reason) => ({ reason })),
  },
  {
    weight: 6,
    part: 'reviewer',
    deed: onLines(
      'assign-lines',
      'lines-assigned',
      ({ state }) => state === 'undecided' || state === 'decided',
      (_, reason, random) => ({ to: random.chance(0.9) ? random.pick(CAST).accountId : null, reason }),
    ),
  },
  { weight: 1, part: 'reviewer', deed: plain('end-deciding', 'deciding-ended') },
  { weight: 14, part: 'reviewer', deed: answer },
  { weight: 3, part: 'reviewer', deed: (page, _, tag) => onRun('stop-run', page, tag) },
  {
    weight: 50,
    part: 'approver',
    deed: onLines(
      'approve-lines',
      'lines-approved',
      ({ state }) => state === 'decided',
      () => ({}),
    ),
  },
  {
    weight: 20,
    part: 'approver',
    deed: onLines(
      'return-lines',
      'lines-returned',
      ({ state }) => state === 'decided' || state === 'approved',
      (_, reason) => ({ reason }),
    ),
  },
  { weight: 2, part: 'approver', deed: acknowledge },
  { weight: 60, part: 'executor', deed: start },
  { weight: 20, part: 'executor', deed: (page, _, tag) => onRun('run-slice', page, tag) },
  { weight: 6, part: 'executor', deed: plain('verify-removals', null) },
];

function plain(resolver: ResolverName, kind: Deed['kind']): Chance['deed'] {
  return (_, __, tag) => ({ resolver, payload: { ...CYCLE, reason: tag }, kind, mark: tag, lines: [] });
}

function answer({ rows, sequence }: Page, random: Random, tag: string): Deed | null {
  const asked = rows.filter(({ decision }) => decision?.decision === 'route-out');
  if (asked.length === 0) return null;
  const { line, owners } = random.pick(asked);
  const payload: PayloadOf<'answer-handoffs'> = {
    ...CYCLE,
    handoffIds: [`${String(line)}-${owners.length === 0 ? 'app' : random.pick(owners)}`],
    answer: random.pick(['remove', 'keep', 'no-answer']),
    answeredBy: 'The owner',
    note: tag,
    seen: sequence,
  };
  return { resolver: 'answer-handoffs', payload, kind: 'handoffs-answered', mark: tag, lines: [line] };
}

function acknowledge(_: Page, __: Random, tag: string): Deed {
  const payload = { ...CYCLE, product: 'jira-software', reason: tag };
  return {
    resolver: 'acknowledge-unexplained',
    payload,
    kind: 'population-acknowledged',
    mark: tag,
    lines: [],
  };
}

function start({ fingerprint }: Page): Deed {
  const payload = { ...CYCLE, fingerprint };
  return { resolver: 'start-run', payload, kind: 'run-started', mark: fingerprint, lines: [] };
}

function onRun(resolver: 'stop-run' | 'run-slice', { runId }: Page, tag: string): Deed | null {
  if (runId === null) return null;
  const kind = resolver === 'stop-run' ? 'run-ended' : null;
  return { resolver, payload: { runId, reason: tag }, kind, mark: `Stopped: ${tag}`, lines: [] };
}

/** What this person does next with what their page shows. */
export function nextDeed(actor: Actor, page: Page, random: Random, tag: string): Deed {
  const mine = CHANCES.filter(({ part }) => actor.parts.includes(part));
  for (;;) {
    const deed = random.weighted(mine).deed(page, random, tag);
    if (deed !== null) return deed;
  }
}
