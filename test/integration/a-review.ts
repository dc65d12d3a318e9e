import type { PlanView, RunView } from '../../src/contract/execution-replies';
import type { NoticeView } from '../../src/contract/notice-replies';
import type { Replies } from '../../src/contract/replies';
import type { CycleView, LineRow } from '../../src/contract/review-replies';
import type { PayloadOf } from '../../src/contract/resolvers';
import type { Executor } from '../../src/domain/review/run';
import { aScannedSite, type Site, type SiteOptions } from './a-site';

type Decide = PayloadOf<'decide-lines'>;

export const REVIEW_SETTINGS: PayloadOf<'save-review-settings'> = {
  separation: 'two-person',
  noResponse: 'close-as-kept',
  dueDays: 21,
  peoplePerRun: 50,
  stopAfterFailures: 5,
  approvers: [],
  auditors: [],
  signOffBy: null,
  handoffDays: 14,
  readersSeeOtherProducts: false,
};

export interface ReviewOptions extends SiteOptions {
  readonly settings?: Partial<PayloadOf<'save-review-settings'>>;
  readonly products?: string[];
  /** Days between telling people and removing; 0 where a test is about something else. */
  readonly noticeDays?: number;
}

/** A review as people work on it, each step through its resolver. */
export class Review {
  constructor(
    readonly site: Site,
    readonly cycleId: string,
  ) {}

  async view(): Promise<CycleView> {
    const { cycleId } = this;
    const view = await this.site.get('admin', 'get-cycle', { cycleId });
    if (view === null) throw new Error('The review is not there.');
    return view;
  }

  /** All lines, a hundred a page. */
  async lines(filter: Partial<PayloadOf<'list-lines'>> = {}): Promise<LineRow[]> {
    const rows: LineRow[] = [];
    for (;;) {
      const page = { cycleId: this.cycleId, ...filter, offset: rows.length, limit: 100 };
      const list = await this.site.get('admin', 'list-lines', page);
      rows.push(...list.rows);
      if (rows.length >= list.total || list.rows.length === 0) return rows;
    }
  }

  /** The one line of a person on Jira unless another product is named. */
  async lineOf(accountId: string, product = 'jira-software'): Promise<LineRow> {
    const [line] = await this.lines({ accountId, product });
    if (line === undefined) throw new Error(`The review has no line of ${accountId} on ${product}.`);
    return line;
  }

  async numbersOf(accounts: readonly string[]): Promise<number[]> {
    const lines = await this.lines();
    return lines.filter(({ accountId }) => accounts.includes(accountId)).map(({ line }) => line);
  }

  decision(lines: readonly number[], decision: Decide['decision'], more: Partial<Decide> = {}): Decide {
    const { cycleId } = this;
    const control = decision === 'exception' ? { control: 'a check by the team lead each month' } : {};
    return { cycleId, lines: [...lines], decision, reason: 'other', ...control, ...more };
  }

  async decide(
    who: string,
    lines: readonly number[],
    decision: Decide['decision'],
    more: Partial<Decide> = {},
  ): Promise<CycleView> {
    return this.site.get(who, 'decide-lines', this.decision(lines, decision, more));
  }

  async approve(who: string, lines: readonly number[]): Promise<CycleView> {
    return this.site.get(who, 'approve-lines', { cycleId: this.cycleId, lines: [...lines] });
  }

  /** Decided by `admin`, approved by `approver`. */
  async approveRemovalOf(...accounts: string[]): Promise<number[]> {
    const lines = await this.numbersOf(accounts);
    await this.decide('admin', lines, 'remove');
    await this.approve('approver', lines);
    return lines;
  }

  plan(who = 'admin'): Promise<PlanView> {
    return this.site.get(who, 'get-plan', { cycleId: this.cycleId });
  }

  async start(who = 'admin', executor: Executor = 'acting-administrator'): Promise<RunView> {
    const { fingerprint } = await this.plan(who);
    return this.site.get(who, 'start-run', { cycleId: this.cycleId, fingerprint, executor });
  }

  slice(who: string, runId: string): Promise<RunView> {
    return this.site.get(who, 'run-slice', { runId });
  }

  /** Starts a run and asks for slices as the page does, until it has ended; at most `slices`. */
  async run(who = 'admin', slices = 60): Promise<RunView> {
    let run = await this.start(who);
    for (let asked = 0; run.state === 'running' && asked < slices; asked += 1)
      run = await this.slice(who, run.runId);
    return run;
  }

  /** Asks for slices as the page does, until nobody waits to be told; at most `slices`. */
  async tell(who = 'admin', slices = 20): Promise<NoticeView> {
    const { cycleId, site } = this;
    for (let asked = 1; ; asked += 1) {
      const notice = await site.get(who, 'tell-people', { cycleId });
      if (notice.waiting === 0 || asked >= slices) return notice;
      await site.host.advance('PT5S');
    }
  }

  /** Starts a run with the organization key and lets it go on by itself as long as events are due at once. */
  async runWithKey(who = 'admin'): Promise<RunView> {
    const { runId } = await this.start(who, 'organization-key');
    await this.site.host.drain();
    return this.site.get(who, 'get-run', { runId });
  }

  file(file: PayloadOf<'download-evidence'>['file'], who = 'admin'): Promise<Replies['download-evidence']> {
    return this.site.get(who, 'download-evidence', { cycleId: this.cycleId, file });
  }
}

/** Days of notice of reviews that open from now on; the rest of the calendar stays as it was entered. */
export async function giveNotice(site: Site, noticeDays: number): Promise<void> {
  const { calendar } = await site.get('admin', 'get-settings');
  const { deadlines: _, nextOccurrence: __, ...entered } = calendar;
  if (entered.noticeDays === noticeDays) return;
  await site.get('admin', 'save-calendar', { ...entered, billing: [...entered.billing], noticeDays });
}

/** The day on which a review is due comes, and the rule closes what nobody decided. */
export async function endDeciding(site: Site, cycleId: string, who = 'admin'): Promise<CycleView> {
  await awaitDueDay(site, cycleId);
  return site.get(who, 'end-deciding', { cycleId, reason: 'the due date is over' });
}

/** From the next moment on the review is due. */
export async function awaitDueDay(site: Site, cycleId: string): Promise<void> {
  const view = await site.get('admin', 'get-cycle', { cycleId });
  const left = Date.parse(view?.dueAt ?? '') - site.host.clock.now();
  if (left > 0) await site.host.advance(`PT${String(Math.ceil(left / 1000))}S`);
}

/** A review that was opened by `admin` on a fresh deep scan. */
export async function aReview(options: ReviewOptions = {}): Promise<Review> {
  const { settings, products, noticeDays, ...rest } = options;
  const site = await aScannedSite(rest);
  if (settings !== undefined)
    await site.get('admin', 'save-review-settings', { ...REVIEW_SETTINGS, ...settings });
  return openReview(site, products, noticeDays);
}

/** A review whose opener chose this rule for what nobody decides, on the number of lines that was shown. */
export async function aReviewUnder(rule: PayloadOf<'save-review-settings'>['noResponse']): Promise<Review> {
  const site = await aScannedSite();
  await giveNotice(site, 0);
  const { undecided: touches } = await site.get('admin', 'preview-cycle', {});
  const { cycleId } = await site.get('admin', 'open-cycle', { noResponse: { rule, touches } });
  return new Review(site, cycleId);
}

export async function openReview(site: Site, products?: string[], noticeDays = 0): Promise<Review> {
  await giveNotice(site, noticeDays);
  const { cycleId } = await site.get('admin', 'open-cycle', products === undefined ? {} : { products });
  return new Review(site, cycleId);
}
