import type { PlanView, RunView } from '../../src/contract/execution-replies';
import type { Replies } from '../../src/contract/replies';
import type { PayloadOf, Reply, ResolverName } from '../../src/contract/resolvers';
import type { LineRow } from '../../src/contract/review-replies';
import { PlatformError } from '../local/forge/invocation';
import type { LocalHost } from '../local/host-contract';
import type { Change } from './change';
import type { Frame } from './schedule';

/** What somebody asked of the app, and how it ended. */
export interface Asked {
  readonly at: string;
  readonly who: string;
  readonly resolver: ResolverName;
  /** `ok`, the code of a refusal, or `no answer`. */
  readonly answer: string;
}

export type Person = 'admin' | 'second-admin' | 'jira-admin' | 'approver';

/** How often somebody tries the same again before they leave it. */
const PATIENCE = 4;
const LINES_OF_A_PAGE = 250;

/** A site with the app on it, as people in front of its pages use it: what fails is tried again, within reason. */
export class Site {
  readonly asked: Asked[] = [];
  cycleId: string | null = null;
  /** Whoever started the newest run goes on with it. */
  run: { readonly runId: string; readonly executor: Person } | null = null;
  daysWaited = 0;
  /** Days that passed at the end because people had been told of their removal. */
  daysGiven = 0;
  /** The app's own words on what was refused last; null when nothing was since the last success. */
  refusal: string | null = null;
  /** The same of the last page that did not come up, however often it was opened. */
  unread: string | null = null;

  constructor(
    readonly host: LocalHost,
    readonly frame: Frame,
    /** Lets something happen in the organization without the app. */
    readonly happen: (change: Change) => void,
  ) {}

  /** The app's answer; null when none came. */
  async ask<Name extends ResolverName>(
    who: Person,
    resolver: Name,
    payload?: PayloadOf<Name>,
  ): Promise<Reply<Replies[Name]> | null> {
    const accountId = this.accountOf(who);
    const at = new Date(this.host.clock.now()).toISOString();
    const reply = await this.host.invoke({ accountId, resolver, payload }).catch((error: unknown) => {
      if (error instanceof PlatformError) return null;
      throw error;
    });
    // Every resolver answers with the one shape of contract/resolvers.ts.
    const answer = reply as Reply<Replies[Name]> | null;
    const told = answer === null ? 'no answer' : answer.ok ? 'ok' : answer.error.code;
    this.asked.push({ at, who, resolver, answer: told });
    if (answer === null || !answer.ok)
      this.refusal = `${resolver}: ${answer?.error.message ?? 'no answer came'}`;
    else this.refusal = null;
    return answer;
  }

  /** Somebody says of their own seat that they still need it; whether that was taken. */
  async claim(accountId: string, product: string): Promise<boolean> {
    const payload = { product, note: 'I work with it each month' };
    const at = new Date(this.host.clock.now()).toISOString();
    const reply = await this.host
      .invoke({ accountId, resolver: 'claim-seat', payload })
      .catch((error: unknown) => {
        if (error instanceof PlatformError) return null;
        throw error;
      });
    const isTaken = (reply as Reply<unknown> | null)?.ok === true;
    this.asked.push({ at, who: accountId, resolver: 'claim-seat', answer: isTaken ? 'ok' : 'not taken' });
    return isTaken;
  }

  /** Asks once; whether it was done. */
  async does<Name extends ResolverName>(
    who: Person,
    resolver: Name,
    payload?: PayloadOf<Name>,
  ): Promise<boolean> {
    return (await this.ask(who, resolver, payload))?.ok === true;
  }

  /** Asks until it is answered, with pauses; null when patience ran out. */
  async get<Name extends ResolverName>(
    who: Person,
    resolver: Name,
    payload?: PayloadOf<Name>,
  ): Promise<Replies[Name] | null> {
    for (let tries = 0; tries < PATIENCE; tries += 1) {
      const reply = await this.ask(who, resolver, payload);
      if (reply?.ok === true) return reply.data;
      await this.host.advance('PT30S');
    }
    this.unread = this.refusal;
    return null;
  }

  accountOf(who: Person): string {
    const accountId = this.host.organization.seed.personas[who];
    if (accountId === undefined) throw new Error(`The organization has no ${who}.`);
    return accountId;
  }

  /** The review under way. */
  get review(): string {
    if (this.cycleId === null) throw new Error('No review is open yet.');
    return this.cycleId;
  }

  /** Lines as a page shows them; none when the page does not come up. */
  async lines(filter: Partial<PayloadOf<'list-lines'>> = {}): Promise<readonly LineRow[]> {
    const payload = { cycleId: this.review, limit: LINES_OF_A_PAGE, ...filter };
    return (await this.get('admin', 'list-lines', payload))?.rows ?? [];
  }

  plan(who: Person): Promise<PlanView | null> {
    return this.get(who, 'get-plan', { cycleId: this.review });
  }

  /** The newest run as it stands; null when there is none, or it cannot be read. */
  async runView(): Promise<RunView | null> {
    return this.run === null ? null : this.get(this.run.executor, 'get-run', { runId: this.run.runId });
  }
}
