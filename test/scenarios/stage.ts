import { formatDay } from '../../src/domain/dates';
import type { LineRow } from '../../src/contract/review-replies';
import type { Replies } from '../../src/contract/replies';
import type { PayloadOf, Reply, ResolverName } from '../../src/contract/resolvers';
import { toIso } from '../../src/lib/duration';
import type { LocalHost } from '../local/host-contract';

/** Days after which a review that the calendar owes is no longer waited for. */
const LONGEST_WAIT = 40;

/** Where a scenario is played: personas act through resolvers, time passes, and each step is told as a sentence. */
export class Stage<Person extends string> {
  constructor(
    readonly host: LocalHost,
    private readonly print: (line: string) => void,
  ) {}

  heading(text: string): void {
    this.print(`\n${text}\n`);
  }

  /** Prints a sentence with the day on which it became true. */
  tell(sentence: string): void {
    this.print(`${formatDay(toIso(this.host.clock.now())).padStart(11)}  ${sentence}`);
  }

  accountOf(person: Person): string {
    const accountId = this.host.organization.seed.personas[person];
    if (accountId === undefined) throw new Error(`The organization has no ${person}.`);
    return accountId;
  }

  /** Calls a resolver as this person. @throws Error with the app's refusal: in a scenario every step succeeds */
  async as<Name extends ResolverName>(
    person: Person,
    resolver: Name,
    payload?: PayloadOf<Name>,
  ): Promise<Replies[Name]> {
    const accountId = this.accountOf(person);
    // Every resolver answers with the one shape of contract/resolvers.ts.
    const reply = (await this.host.invoke({ accountId, resolver, payload })) as Reply<Replies[Name]>;
    if (!reply.ok) throw new Error(`${person} was refused ${resolver}: ${reply.error.message}`);
    return reply.data;
  }

  /** Lets days pass, with all that the app does by itself, until it has drafted a review. */
  async untilDraft(reader: Person): Promise<string> {
    for (let day = 0; day < LONGEST_WAIT; day += 1) {
      const cycle = await this.as(reader, 'get-cycle');
      if (cycle?.state === 'draft') return cycle.cycleId;
      await this.host.advance('P1D');
    }
    throw new Error(`Nothing was drafted in ${String(LONGEST_WAIT)} days.`);
  }

  /** Lines of one person, as a reader sees them. */
  async linesOf(reader: Person, cycleId: string, holder: Person): Promise<readonly LineRow[]> {
    const { rows } = await this.as(reader, 'list-lines', { cycleId, accountId: this.accountOf(holder) });
    if (rows.length === 0) throw new Error(`The review has no line of ${holder}.`);
    return rows;
  }

  /** Numbers of one person's lines. */
  async numbersOf(reader: Person, cycleId: string, holder: Person): Promise<number[]> {
    return (await this.linesOf(reader, cycleId, holder)).map(({ line }) => line);
  }

  /** Has everybody told whom approved removals concern; gives how many were told. */
  async giveNotice(reviewer: Person, cycleId: string): Promise<number> {
    for (;;) {
      const { waiting, rows } = await this.as(reviewer, 'tell-people', { cycleId });
      if (waiting === 0) return rows.filter(({ how }) => how === 'told').length;
    }
  }

  /** Runs the approved plan to its end, slice by slice as the page does; gives how many removals were sent. */
  async remove(executor: Person, cycleId: string): Promise<number> {
    const { fingerprint } = await this.as(executor, 'get-plan', { cycleId });
    let run = await this.as(executor, 'start-run', { cycleId, fingerprint });
    while (run.state === 'running') run = await this.as(executor, 'run-slice', { runId: run.runId });
    return run.sent;
  }
}
