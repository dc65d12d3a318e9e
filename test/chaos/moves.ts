import type { Move, Play } from './move';
import { claimSeat, letDaysPass, tellPeople, tellPeopleTwice, useSeat, waitForTheDay } from './notice-moves';
import {
  answerForOwners,
  approveAs,
  approveAsAny,
  askOwners,
  decideRemovals,
  keepSome,
  sendBack,
  takeBack,
} from './review-moves';
import { approveAndLoseTheRight } from './rights-moves';
import {
  atDusk,
  between,
  confirmGroups,
  goOn,
  goOnTwice,
  meanwhile,
  pause,
  resume,
  resumeAsAny,
  startAndPause,
  startAs,
  startAsAny,
  startTooEarly,
  startWithKey,
  stop,
  undoOne,
  waitAsTold,
  wakeHourly,
} from './run-moves';
import { changeSettings } from './settings';
import type { Site } from './site';

/** Days for which people wait for a check that cannot be made. */
const MOST_DAYS = 8;

async function verify(site: Site): Promise<boolean> {
  if ((await site.lines({ state: 'verifying' })).length === 0) return false;
  await site.ask('jira-admin', 'verify-removals', { cycleId: site.review });
  return true;
}

async function scanAgain(site: Site): Promise<boolean> {
  await site.ask('admin', 'start-scan', {});
  await site.host.drain();
  return true;
}

/** What people do while a review is open, in any order; a new move is a row. */
export const MOVES: readonly Move[] = [
  { name: 'decide removals', weight: 14, play: decideRemovals },
  { name: 'keep some', weight: 2, play: keepSome },
  { name: 'ask owners', weight: 4, play: askOwners },
  { name: 'answer for owners', weight: 5, play: answerForOwners },
  { name: 'take a decision back', weight: 2, play: takeBack },
  { name: 'approve', weight: 16, play: approveAsAny },
  { name: 'approve and lose the right', weight: 2, play: approveAndLoseTheRight },
  { name: 'send back', weight: 3, play: sendBack },
  { name: 'tell people', weight: 14, play: tellPeople },
  { name: 'tell people twice at once', weight: 5, play: tellPeopleTwice },
  { name: 'use a seat after notice', weight: 3, play: useSeat },
  { name: 'claim a seat', weight: 2, play: claimSeat },
  { name: 'start too early', weight: 3, play: startTooEarly },
  { name: 'let days pass', weight: 6, play: letDaysPass },
  { name: 'confirm groups', weight: 4, play: confirmGroups },
  { name: 'start a run', weight: 14, play: startAsAny },
  { name: 'start with the key', weight: 5, play: startWithKey },
  { name: 'start before blackout hours', weight: 4, play: atDusk(startWithKey) },
  { name: 'go on', weight: 34, play: goOn },
  { name: 'go on in two tabs', weight: 6, play: goOnTwice },
  { name: 'go on before blackout hours', weight: 8, play: atDusk(goOn) },
  { name: 'wait as told', weight: 10, play: waitAsTold },
  { name: 'stop the run', weight: 2, play: between(stop) },
  { name: 'stop the run meanwhile', weight: 4, play: meanwhile(stop) },
  { name: 'start a run and pause it', weight: 4, play: startAndPause },
  { name: 'pause the run', weight: 3, play: between(pause) },
  { name: 'pause the run meanwhile', weight: 5, play: meanwhile(pause) },
  { name: 'resume the run', weight: 24, play: resumeAsAny },
  { name: 'change the settings', weight: 2, play: changeSettings },
  { name: 'verify', weight: 4, play: verify },
  { name: 'undo a removal', weight: 3, play: undoOne },
  { name: 'scan again', weight: 1, play: scanAgain },
  { name: 'wake hourly', weight: 3, play: wakeHourly },
];

/** Before anything else most lines are decided and approved: removals are what a run is about. */
export const FIRST_MOVES: readonly Play[] = [
  decideRemovals,
  decideRemovals,
  askOwners,
  approveAs('approver'),
  confirmGroups,
  tellPeople,
];

/** Nobody answers any more: what is undecided is closed by the rule of the review, once its due day is over. */
async function endDeciding(site: Site): Promise<boolean> {
  if ((await site.lines({ state: 'undecided' })).length === 0) return false;
  const payload = { cycleId: site.review, reason: 'The due day is over' };
  if (!(await site.does('jira-admin', 'end-deciding', payload))) await site.host.advance('P1D');
  return true;
}

/** The check that closes a removal comes a day after it. What cannot be read then is looked at for some days more. */
async function verifyTomorrow(site: Site): Promise<boolean> {
  if (site.daysWaited >= MOST_DAYS || (await site.lines({ state: 'verifying' })).length === 0) return false;
  site.daysWaited += 1;
  await site.host.advance('PT25H');
  return verify(site);
}

/** How a review is brought to its end: the first of these with something to do is done, until none has. */
export const LAST_MOVES: readonly Play[] = [
  waitAsTold,
  resume,
  goOn,
  confirmGroups,
  tellPeople,
  startAs('second-admin'),
  startAs('admin'),
  approveAs('approver'),
  approveAs('admin'),
  endDeciding,
  waitForTheDay,
  verifyTomorrow,
];
