import type { Random } from '../local/generate/random';
import { REVIEWERS } from './move';
import type { Site } from './site';

/** Days for which people wait, once everything else is done, until whoever was told may be removed. */
const MOST_DAYS = 21;

/** Somebody tells the people concerned for one slice. */
export async function tellPeople(site: Site, random: Random): Promise<boolean> {
  if (!(await hasPeopleToTell(site))) return false;
  await site.ask(random.pick(REVIEWERS), 'tell-people', { cycleId: site.review });
  return true;
}

/** Two people tell at the same time. */
export async function tellPeopleTwice(site: Site): Promise<boolean> {
  if (!(await hasPeopleToTell(site))) return false;
  const cycleId = site.review;
  await Promise.all([
    site.ask('admin', 'tell-people', { cycleId }),
    site.ask('jira-admin', 'tell-people', { cycleId }),
  ]);
  return true;
}

async function hasPeopleToTell(site: Site): Promise<boolean> {
  if (site.frame.noticeDays === 0) return false;
  const notice = await site.get('admin', 'get-notice', { cycleId: site.review });
  return notice !== null && notice.mayNotBecause === null && notice.waiting > 0;
}

/** Some of the days pass that people were given, or all of them. */
export async function letDaysPass(site: Site, random: Random): Promise<boolean> {
  const { noticeDays } = site.frame;
  if (noticeDays === 0 || (await site.lines({ state: 'noticed' })).length === 0) return false;
  await site.host.advance(`P${String(random.integer(1, noticeDays))}D`);
  return true;
}

/** Nothing is left to do but to wait for the day from which on somebody may be removed. */
export async function waitForTheDay(site: Site): Promise<boolean> {
  if (site.frame.noticeDays === 0 || site.daysGiven >= MOST_DAYS) return false;
  if ((await site.lines({ state: 'noticed' })).length === 0) return false;
  site.daysGiven += 1;
  await site.host.advance('P1D');
  return true;
}

/** Somebody whose seat is to be removed says that they still need it. */
export async function claimSeat(site: Site, random: Random): Promise<boolean> {
  const rows = (await site.lines()).filter(({ state }) => state === 'approved' || state === 'noticed');
  if (rows.length === 0) return false;
  const { accountId, product } = random.pick(rows);
  await site.claim(accountId, product);
  return true;
}

/** Somebody who was told works again, and says nothing. */
export async function useSeat(site: Site, random: Random): Promise<boolean> {
  const rows = site.frame.noticeDays === 0 ? [] : await site.lines({ state: 'noticed' });
  if (rows.length === 0) return false;
  const { accountId, product } = random.pick(rows);
  site.happen({ do: 'activity', account: accountId, product });
  return true;
}
