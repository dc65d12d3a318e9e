import type { Person } from './people';
import type { Stage } from '../stage';

/** The exception has expired, so Devi is asked about again; about Priya's own seat nobody but Rosa can approve. */
export async function playDecember(stage: Stage<Person>): Promise<string> {
  const cycleId = await stage.untilDraft('rosa');
  stage.tell(
    'The daily scan drafts the review of December. Devi’s exception has expired: she has a line again.',
  );
  await stage.as('rosa', 'open-cycle', { cycleId });
  stage.tell('Casey needs no decision: she is kept until 15 January.');
  const devi = await stage.numbersOf('ravi', cycleId, 'devi');
  const reason = 'follows-recommendation';
  await stage.as('ravi', 'decide-lines', { cycleId, lines: devi, decision: 'remove', reason });
  await stage.as('priya', 'approve-lines', { cycleId, lines: devi });
  stage.tell('Ravi decides to remove Devi, who did not come back. Priya approves.');
  await override(stage, cycleId);
  stage.tell(`Rosa has ${String(await stage.giveNotice('rosa', cycleId))} people told: Devi and Priya.`);
  await stage.host.advance('P7D');
  stage.tell(`Ada removes: ${String(await stage.remove('ada', cycleId))} sent.`);
  await stage.host.advance('P2D');
  await stage.as('ravi', 'sign-off', {
    cycleId,
    statement: 'December is reviewed, with one rule set aside.',
  });
  stage.tell('Ravi signs off; the override is printed.');
  return cycleId;
}

async function override(stage: Stage<Person>, cycleId: string): Promise<void> {
  const lines = await stage.numbersOf('rosa', cycleId, 'priya');
  await stage.as('rosa', 'decide-lines', {
    ...{ cycleId, lines, decision: 'remove', reason: 'follows-recommendation' },
  });
  await stage.as('rosa', 'approve-lines', {
    ...{ cycleId, lines },
    override: { rule: 'decider-is-approver', reason: 'Priya, the other approver, holds the seat.' },
  });
  stage.tell('Rosa decides to remove Priya’s idle Confluence seat, and overrides one rule to approve it.');
}
