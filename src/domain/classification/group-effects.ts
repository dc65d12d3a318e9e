import { byCodeUnit } from '../../lib/order';
import type { AccountFacts } from '../account';
import type { GroupFacts } from '../group';
import type { Seat } from '../seat';
import { bills, isSeatHolding } from './access';
import type { ActivityState } from './activity';
import { isDefaultFor, sourceOf } from './path-source';

/**
 * What would end on one product if the group lost its grant there. A `jira-core` seat that may begin in place of
 * another Jira seat is not counted against it.
 */
export interface GrantEffect {
  readonly product: string;
  readonly isDefault: boolean;
  /** Seats that have a path through the group. */
  readonly seats: number;
  /** Those without any other path: they would end. */
  readonly ending: number;
  /** Of those that would end: in use, new, or of unknown use. */
  readonly endingLive: number;
}

/** A contradiction or a risk in how a group is set up (product.md §4 and §11); it changes no verdict. */
export type GroupFinding =
  | 'synced-and-default'
  | 'default-for-several'
  | 'admin-group-grants-seat'
  | 'default-without-people'
  | 'lets-people-in';

/** One group and what hangs on it. */
export interface GroupEffects {
  readonly group: GroupFacts;
  /** Members whose accounts bill; whether other accounts are in it is not told by every source. */
  readonly people: number;
  /** Seats with a path through it, on any product. */
  readonly seats: number;
  readonly stale: number;
  /** Seats that hang on it alone. */
  readonly alone: number;
  readonly grants: readonly GrantEffect[];
  readonly findings: readonly GroupFinding[];
}

interface Tally {
  readonly seats: Map<string, number>;
  readonly ending: Map<string, number>;
  readonly endingLive: Map<string, number>;
  stale: number;
  people: number;
}

const IDLE: readonly ActivityState[] = ['stale', 'never-accessed'];

/**
 * What each group that grants a seat carries, in the order of their names. `seats` and `accounts` are those of one
 * snapshot; they are gone through once. `openTo` are products that approved domains get without approval.
 */
export function groupEffects(
  groups: readonly GroupFacts[],
  accounts: Iterable<AccountFacts>,
  seats: Iterable<Seat>,
  openTo: readonly string[] = [],
): GroupEffects[] {
  const granting = groups.filter(({ grants }) => grants.some(isSeatHolding));
  const tallies = new Map(granting.map(({ id }) => [id, emptyTally()]));
  for (const account of accounts)
    if (bills(account)) for (const id of account.groupIds) addPerson(tallies.get(id));
  for (const seat of seats) addSeat(seat, tallies);
  return granting
    .map((group) => toEffects(group, tallies.get(group.id) ?? emptyTally(), openTo))
    .sort((a, b) => byCodeUnit(a.group.name, b.group.name) || byCodeUnit(a.group.id, b.group.id));
}

function emptyTally(): Tally {
  return { seats: new Map(), ending: new Map(), endingLive: new Map(), stale: 0, people: 0 };
}

function addPerson(tally: Tally | undefined): void {
  if (tally !== undefined) tally.people += 1;
}

function addSeat({ product, paths, activity }: Seat, tallies: ReadonlyMap<string, Tally>): void {
  const ways = new Set(paths.map(({ groupId, via }) => groupId ?? via));
  for (const way of ways) {
    const tally = tallies.get(way);
    if (tally === undefined) continue;
    add(tally.seats, product);
    if (IDLE.includes(activity)) tally.stale += 1;
    if (ways.size > 1) continue;
    add(tally.ending, product);
    if (!IDLE.includes(activity)) add(tally.endingLive, product);
  }
}

function add(counts: Map<string, number>, product: string): void {
  counts.set(product, (counts.get(product) ?? 0) + 1);
}

function toEffects(group: GroupFacts, tally: Tally, openTo: readonly string[]): GroupEffects {
  const products = [...new Set(group.grants.map(({ product }) => product))].sort(byCodeUnit);
  const grants = products
    .map((product) => ({
      product,
      isDefault: isDefaultFor(group, product),
      seats: tally.seats.get(product) ?? 0,
      ending: tally.ending.get(product) ?? 0,
      endingLive: tally.endingLive.get(product) ?? 0,
    }))
    .filter(({ product }) => group.grants.some((grant) => grant.product === product && isSeatHolding(grant)));
  return {
    group,
    people: tally.people,
    seats: sum(tally.seats),
    stale: tally.stale,
    alone: sum(tally.ending),
    grants,
    findings: findingsOf(group, tally.people, openTo),
  };
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}

/** Hygiene of a group that grants seats (product.md §11). */
function findingsOf(group: GroupFacts, people: number, openTo: readonly string[]): GroupFinding[] {
  const findings: GroupFinding[] = [];
  const defaults = new Set(group.grants.flatMap(({ product, isDefault }) => (isDefault ? [product] : [])));
  if ([...defaults].some((product) => sourceOf(group, product).source === 'scim'))
    findings.push('synced-and-default');
  if (defaults.size > 1) findings.push('default-for-several');
  if (group.accessType.known && group.accessType.value !== null) findings.push('admin-group-grants-seat');
  if (defaults.size > 0 && people === 0) findings.push('default-without-people');
  if (openTo.some((product) => defaults.has(product))) findings.push('lets-people-in');
  return findings;
}
