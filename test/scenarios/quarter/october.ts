import { groups, type Person } from './people';
import type { Stage } from '../stage';

/** A removal, an exception after a return, a question that stays open; after the sign-off somebody is let back in. */
export async function playOctober(stage: Stage<Person>): Promise<string> {
  const cycleId = await stage.untilDraft('rosa');
  const { lines } = await stage.as('rosa', 'get-cycle', { cycleId }).then((view) => view ?? { lines: 0 });
  stage.tell(`The daily scan drafts the review of October, ${String(lines)} lines. Rosa opens it.`);
  await stage.as('rosa', 'open-cycle', { cycleId });
  const { seats } = await stage.as('casey', 'get-my-seats');
  stage.tell(`Casey looks at her own seat: ${seats[0]?.underReview === true ? 'under review' : 'at rest'}.`);
  await decideTogether(stage, cycleId);
  await approveAndReturn(stage, cycleId);
  stage.tell(
    `Rosa has ${String(await stage.giveNotice('rosa', cycleId))} person told: Casey has seven days to answer.`,
  );
  await stage.host.advance('P7D');
  stage.tell(
    `Casey said nothing. Ada removes: ${String(await stage.remove('ada', cycleId))} sent. Jira ends for Casey.`,
  );
  await stage.host.advance('P2D');
  await stage.as('ravi', 'sign-off', { cycleId, statement: 'October is reviewed; Olga is still to answer.' });
  stage.tell('The check after a day found the access gone. Ravi signs off; Erik’s lines are carried.');
  await stage.host.advance('P1D');
  stage.host.apply({ do: 'add-to-group', group: groups.jiraUsers, account: stage.accountOf('casey') });
  stage.tell('A team lead, unasked, puts Casey back into the default group of Jira.');
  return cycleId;
}

/** Two reviewers work at the same moment. */
async function decideTogether(stage: Stage<Person>, cycleId: string): Promise<void> {
  const casey = await stage.numbersOf('rosa', cycleId, 'casey');
  const devi = await stage.numbersOf('rosa', cycleId, 'devi');
  const erik = await stage.numbersOf('rosa', cycleId, 'erik');
  const reason = 'follows-recommendation';
  await Promise.all([
    stage.as('rosa', 'decide-lines', { cycleId, lines: [...casey, ...devi], decision: 'remove', reason }),
    stage.as('ravi', 'decide-lines', { cycleId, lines: erik, decision: 'route-out', reason }),
  ]);
  stage.tell('Rosa decides to remove Casey and Devi. Meanwhile Ravi routes Erik’s lines to Olga.');
}

async function approveAndReturn(stage: Stage<Person>, cycleId: string): Promise<void> {
  const casey = await stage.numbersOf('priya', cycleId, 'casey');
  const devi = await stage.numbersOf('priya', cycleId, 'devi');
  await stage.host.advance('P1D');
  await stage.as('priya', 'approve-lines', { cycleId, lines: casey });
  await stage.as('priya', 'return-lines', { cycleId, lines: devi, reason: 'Devi is on leave until winter.' });
  stage.tell('Priya approves Casey’s removal and returns Devi’s line: she is on leave until winter.');
  await stage.as('rosa', 'decide-lines', {
    ...{ cycleId, lines: devi, decision: 'exception', reason: 'on-leave' },
    ...{ note: 'On leave, expected back in December.', until: '2026-12-01T00:00:00Z' },
    control: 'Her team lead checks her account each week.',
  });
  await stage.as('priya', 'approve-lines', { cycleId, lines: devi });
  stage.tell('Rosa decides again: an exception until December. Priya approves it.');
}
