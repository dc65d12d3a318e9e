import type { LineRow } from '../../src/contract/review-replies';
import type { Random } from '../local/generate/random';
import { REVIEWERS, type Play } from './move';
import type { Person, Site } from './site';

const APPROVERS: readonly Person[] = ['approver', 'approver', 'admin'];

const isRemoval = ({ decision }: LineRow): boolean => decision?.decision === 'remove';
const recommendsRemoval = ({ recommended }: LineRow): boolean => recommended === 'remove';

const numbersOf = (rows: readonly LineRow[]): number[] => rows.map(({ line }) => line);
/** The newest that a page shows of these lines. */
const seenOf = (rows: readonly LineRow[]): number => rows[0]?.sequence ?? 0;

/** Some lines of one verdict, as people choose them for one decision. */
function someAlike(rows: readonly LineRow[], random: Random, most: number): readonly LineRow[] {
  if (rows.length === 0) return [];
  const { verdict } = random.pick(rows);
  const alike = rows.filter((row) => row.verdict === verdict);
  const numbers = new Set(numbersOf(alike));
  // Lines that share a group are decided together.
  const whole = alike.filter(({ bundle }) => bundle.every((line) => numbers.has(line)));
  const chosen = random.shuffled(whole).slice(0, random.integer(1, most));
  const bundles = new Set(chosen.flatMap(({ line, bundle }) => [line, ...bundle]));
  return alike.filter(({ line }) => bundles.has(line));
}

export async function decideRemovals(site: Site, random: Random): Promise<boolean> {
  const rows = (await site.lines()).filter(
    (row) => row.changeable && recommendsRemoval(row) && !isRemoval(row),
  );
  const chosen = someAlike(rows, random, 40);
  if (chosen.length === 0) return false;
  const decision = { decision: 'remove', reason: 'follows-recommendation' } as const;
  const payload = { cycleId: site.review, lines: numbersOf(chosen), seen: seenOf(chosen), ...decision };
  await site.ask(random.pick(REVIEWERS), 'decide-lines', payload);
  return true;
}

export async function keepSome(site: Site, random: Random): Promise<boolean> {
  const chosen = someAlike(await site.lines({ state: 'undecided' }), random, 3);
  if (chosen.length === 0) return false;
  const decision = { decision: 'keep', reason: 'still-needed', note: 'They said so' } as const;
  const payload = { cycleId: site.review, lines: numbersOf(chosen), seen: seenOf(chosen), ...decision };
  await site.ask(random.pick(REVIEWERS), 'decide-lines', payload);
  return true;
}

export async function askOwners(site: Site, random: Random): Promise<boolean> {
  const rows = await site.lines({ state: 'undecided', verdict: 'route-out' });
  const chosen = random.shuffled(rows).slice(0, random.integer(1, 12));
  if (chosen.length === 0) return false;
  const decision = { decision: 'route-out', reason: 'follows-recommendation' } as const;
  const payload = { cycleId: site.review, lines: numbersOf(chosen), seen: seenOf(chosen), ...decision };
  await site.ask(random.pick(REVIEWERS), 'decide-lines', payload);
  return true;
}

/** Owners of what was routed out answer, mostly that it may be removed. */
export async function answerForOwners(site: Site, random: Random): Promise<boolean> {
  const rows = (await site.lines({ decision: 'route-out' })).filter((row) => !recommendsRemoval(row));
  if (rows.length === 0) return false;
  const { line, owners, sequence } = random.pick(rows);
  await site.ask('jira-admin', 'answer-handoffs', {
    cycleId: site.review,
    handoffIds: owners.map((owner) => `${String(line)}-${owner}`),
    answer: random.chance(0.85) ? 'remove' : 'keep',
    answeredBy: 'The owner',
    seen: sequence,
  });
  return true;
}

export async function takeBack(site: Site, random: Random): Promise<boolean> {
  const rows = (await site.lines({ state: 'decided' })).filter(isRemoval);
  if (rows.length === 0) return false;
  const payload = { cycleId: site.review, lines: [random.pick(rows).line], reason: 'On second thoughts' };
  await site.ask(random.pick(REVIEWERS), 'undo-decision', payload);
  return true;
}

export const approveAs =
  (approver: Person): Play =>
  async (site, random) => {
    const rows = await site.lines({ state: 'decided' });
    const own = site.accountOf(approver);
    const mine = rows.filter(({ accountId, decision }) => accountId !== own && decision?.by !== own);
    if (mine.length === 0) return false;
    const chosen = random.shuffled(mine).slice(0, random.integer(1, 60));
    const payload = { cycleId: site.review, lines: numbersOf(chosen), seen: seenOf(chosen) };
    await site.ask(approver, 'approve-lines', payload);
    return true;
  };

export const approveAsAny: Play = (site, random) => approveAs(random.pick(APPROVERS))(site, random);

const RETURNABLE: readonly LineRow['state'][] = ['decided', 'approved', 'noticed'];

export async function sendBack(site: Site, random: Random): Promise<boolean> {
  const rows = (await site.lines()).filter(({ state }) => RETURNABLE.includes(state));
  if (rows.length === 0) return false;
  const lines = numbersOf(random.shuffled(rows).slice(0, random.integer(1, 3)));
  await site.ask('approver', 'return-lines', { cycleId: site.review, lines, reason: 'Not sure yet' });
  return true;
}
