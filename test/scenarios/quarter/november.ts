import type { Person } from './people';
import type { Stage } from '../stage';

/** Casey has rebounded and is kept until a day; the carried question is answered, and the owner's consent removes. */
export async function playNovember(stage: Stage<Person>): Promise<string> {
  const cycleId = await stage.untilDraft('rosa');
  const [casey] = await stage.linesOf('rosa', cycleId, 'casey');
  stage.tell(
    `The daily scan drafts the review of November. Casey’s line is called ${String(casey?.change)}.`,
  );
  await stage.as('rosa', 'open-cycle', { cycleId });
  await consent(stage, cycleId);
  await stage.as('rosa', 'decide-lines', {
    ...{ cycleId, lines: await stage.numbersOf('rosa', cycleId, 'casey'), decision: 'keep' },
    ...{ reason: 'seasonal-use', note: 'Works the year-end closing.', until: '2027-01-15T00:00:00Z' },
  });
  stage.tell('Rosa keeps Casey until 15 January, for the year-end closing.');
  stage.tell(`Rosa has ${String(await stage.giveNotice('rosa', cycleId))} person told: Erik.`);
  await stage.host.advance('P7D');
  stage.tell(
    `Bram removes: ${String(await stage.remove('bram', cycleId))} sent. Both products end for Erik.`,
  );
  await stage.host.advance('P2D');
  await stage.as('ravi', 'sign-off', { cycleId, statement: 'November is reviewed, nothing is open.' });
  stage.tell('The check after a day found the access gone. Ravi signs off.');
  return cycleId;
}

async function consent(stage: Stage<Person>, cycleId: string): Promise<void> {
  const lines = await stage.numbersOf('ravi', cycleId, 'erik');
  stage.tell('Erik’s lines were carried over, with the question that Olga was asked in October.');
  await stage.as('ravi', 'answer-handoffs', {
    ...{ cycleId, handoffIds: lines.map((line) => `${String(line)}-business`), answer: 'remove' },
    ...{ answeredBy: 'Olga Petrenko', answeredByAccount: stage.accountOf('olga'), note: 'Contract ended.' },
  });
  await stage.as('ravi', 'decide-lines', {
    ...{ cycleId, lines, decision: 'remove', reason: 'follows-recommendation' },
  });
  await stage.as('priya', 'approve-lines', { cycleId, lines });
  stage.tell('Olga consents. Ravi decides to remove Erik, Priya approves.');
}
