import type { LocalHost } from '../../local/host-contract';
import { prepare } from '../../local/prepare';
import { readLedger } from '../../../scripts/headless/stored-ledger';
import { ORGANIZATION_LEDGER } from '../../../src/usecases/organization-ledger';
import { Stage } from '../stage';
import { playDecember } from './december';
import { playNovember } from './november';
import { playOctober } from './october';
import { accountOf, type Person } from './people';

/** The reviews of the three months, and where they were played. */
export interface Quarter {
  readonly stage: Stage<Person>;
  readonly october: string;
  readonly november: string;
  readonly december: string;
  /** Hash of the organization's last record. That ledger names the last hash of each review, so it seals them all. */
  readonly finalHash: string;
}

/** Plays the last quarter of 2026 among ten people on a fresh host of `quarterSeed`, told month by month. */
export async function playQuarter(host: LocalHost, print: (line: string) => void): Promise<Quarter> {
  const stage = new Stage<Person>(host, print);
  await host.install();
  await prepare(host);
  await setUp(stage);
  stage.heading('October 2026');
  const october = await playOctober(stage);
  stage.heading('November 2026');
  const november = await playNovember(stage);
  stage.heading('December 2026');
  const december = await playDecember(stage);
  await audit(stage, [october, november, december]);
  const finalHash = (await readLedger(host, ORGANIZATION_LEDGER)).at(-1)?.hash ?? '';
  stage.heading(`Final hash of the ledgers: ${finalHash}`);
  return { stage, october, november, december, finalHash };
}

async function setUp(stage: Stage<Person>): Promise<void> {
  await stage.as('ada', 'save-review-settings', {
    ...{ separation: 'two-person', noResponse: 'close-as-kept', dueDays: 21, handoffDays: 30 },
    ...{ peoplePerRun: 50, stopAfterFailures: 5, readersSeeOtherProducts: true },
    ...{ approvers: [accountOf('priya'), accountOf('rosa')], auditors: [accountOf('anna')] },
    signOffBy: accountOf('ravi'),
    notice: { project: 'OPS', issueType: 'Task' },
  });
  await stage.as('ada', 'save-owners', {
    owners: [{ class: 'business', contact: 'Olga Petrenko', accountId: accountOf('olga') }],
    fallback: 'Jira administrators',
  });
  await stage.as('ada', 'save-calendar', {
    billing: ['jira-software', 'confluence'].map((product) => {
      return { product, period: 'monthly', lastDay: '2026-09-30' };
    }),
    ...{ recurrence: { kind: 'before-billing' }, leadDays: 14, noticeDays: 7, executionDays: 1 },
  });
}

/** On New Year's Day the auditor reads each review's ledger. */
async function audit(stage: Stage<Person>, cycleIds: readonly string[]): Promise<void> {
  await stage.host.advance('P20D');
  const read = await Promise.all(cycleIds.map((cycleId) => stage.as('anna', 'get-evidence', { cycleId })));
  const whole = read.filter(({ chainIntact }) => chainIntact).length;
  stage.tell(`Anna audits: the records of ${String(whole)} of ${String(read.length)} reviews are whole.`);
}
