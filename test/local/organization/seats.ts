import type { Account, Product, RoleHolding } from './entities';

/** Whether these roles on a product make a billable seat (product.md §3 S1-S2). */
export function isSeat(account: Account, holdings: readonly RoleHolding[]): boolean {
  return bills(account) && holdings.some(isBilling);
}

/**
 * Whether Atlassian counts the account in `applicationrole.userCount`: its own rule, which may leave out seats
 * that rest on `admin` or on inferred roles alone, so that the population proof of the app can fail.
 */
export function isCounted(account: Account, product: Product, holdings: readonly RoleHolding[]): boolean {
  if (!bills(account)) return false;
  const billing = holdings.filter(isBilling);
  if (billing.length === 0) return false;
  const { countsAdminOnly = true, countsInferred = true } = product.seed;
  if (!countsAdminOnly && billing.every(({ role }) => role === 'admin')) return false;
  return countsInferred || !billing.every(({ method }) => method === 'inferred');
}

/** Active in Atlassian and in the site's directory; Jira shows everybody else as inactive. */
export function isActive(account: Account): boolean {
  return account.accountStatus === 'active' && account.membershipStatus === 'active';
}

function bills(account: Account): boolean {
  return account.identity.accountType === 'atlassian' && isActive(account);
}

function isBilling({ role }: RoleHolding): boolean {
  return role === 'user' || role === 'admin';
}

/** Counted seats per product, now and a while ago: the reported count lags behind changes. */
export class SeatCounts {
  private readonly counts = new Map<string, number>();
  private deltas: { time: number; product: string; delta: number }[] = [];

  /** Adds to the count of a product without a trace: for the state at the start. */
  start(product: string, delta: number): void {
    this.counts.set(product, (this.counts.get(product) ?? 0) + delta);
  }

  change(time: number, product: string, delta: number): void {
    this.start(product, delta);
    this.deltas.push({ time, product, delta });
  }

  /** Count of a product as it was at `cutoff`. */
  count(product: string, cutoff = Infinity): number {
    return this.deltas.reduce(
      (count, entry) => (entry.product === product && entry.time > cutoff ? count - entry.delta : count),
      this.counts.get(product) ?? 0,
    );
  }

  /** Forgets when changes up to `time` happened. */
  settle(time: number): void {
    const first = this.deltas[0];
    if (first === undefined || first.time > time) return;
    this.deltas = this.deltas.filter((entry) => entry.time > time);
  }

  load(deltas: { time: number; product: string; delta: number }[]): void {
    this.deltas = deltas;
  }

  dump(): { time: number; product: string; delta: number }[] {
    return this.deltas;
  }
}
