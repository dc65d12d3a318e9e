import { describe, expect, test } from 'vitest';

import { WEEK } from '../../src/lib/zoned-time';
import type { CreateApp } from '../local/forge/app-under-test';
import {
  believing,
  brokenApp,
  claiming,
  deaf,
  forgetting,
  hurrying,
  nagging,
  overreaching,
  remembering,
  repeating,
  restless,
} from './broken-apps';
import { sceneOf } from './change';
import { brokenBy, type InvariantName } from './invariants/all-invariants';
import { play } from './play';
import { drawSchedule, organizationOf, type Schedule } from './schedule';

/** A short run on which nothing falls: whatever it breaks is the app's own doing. */
const QUIET: Schedule = {
  ...drawSchedule(11),
  rounds: 3,
  peoplePerRun: 10,
  schedules: false,
  noticeDays: 0,
  blackout: null,
  disturbances: [],
};

/** The same, but people are told two days before. */
const TOLD: Schedule = { ...QUIET, noticeDays: 2 };

/** The same, but for most of the day nothing is removed. */
const DARK: Schedule = {
  ...QUIET,
  blackout: { timeZone: 'UTC', days: WEEK, from: '09:00', to: '21:00' },
};

/** Another one that is long enough for somebody to pause a run. */
const PAUSED: Schedule = { ...QUIET, seed: 12, rounds: 20, peoplePerRun: 3 };

/** The same, but between two runs of removals the identity provider takes over every group. */
const TAKEN_OVER: Schedule = {
  ...QUIET,
  rounds: 12,
  peoplePerRun: 5,
  disturbances: sceneOf(organizationOf(QUIET)).groupsOfIdle.map((group) => ({
    kind: 'change',
    round: 8,
    call: 0,
    change: { do: 'set-provenance', group, provenance: { managedBy: 'external', externalSynced: true } },
  })),
};

async function brokenInvariants(schedule: Schedule, createApp?: CreateApp): Promise<InvariantName[]> {
  const { observed } = await play(schedule, createApp === undefined ? {} : { createApp });
  return [...new Set(brokenBy(observed).map(({ invariant }) => invariant))];
}

describe('The app as it is breaks nothing', () => {
  test.each([
    ['on a quiet run', QUIET],
    ['when every group is taken over', TAKEN_OVER],
    ['when people are told first', TOLD],
    ['in blackout hours', DARK],
    ['when runs are paused', PAUSED],
  ])('%s', async (_, schedule) => {
    expect(await brokenInvariants(schedule)).toEqual([]);
  });
});

describe('An app is found out', () => {
  test.each<readonly [string, Parameters<typeof brokenApp>[0], readonly InvariantName[]]>([
    ['that sends each removal twice', repeating, ['no-blind-repeat', 'every-write-recorded']],
    ['that removes more than it was asked to', overreaching, ['no-write-unapproved', 'nothing-else-ended']],
    ['that claims to have removed', claiming, ['every-record-happened']],
    ['that reads nothing again before a write', remembering, ['read-before-write']],
    ['that sees as gone what is there', believing, ['every-verification-true']],
    ['that removes without a record', forgetting, ['every-write-recorded', 'every-chain-whole']],
  ])('%s', async (_, broken, invariants) => {
    const found = await brokenInvariants(QUIET, await brokenApp(broken));
    expect(found).toEqual(expect.arrayContaining([...invariants]));
  });

  test('that writes to a group which it once knew as local', async () => {
    expect(await brokenInvariants(TAKEN_OVER, await brokenApp(remembering))).toContain('no-forbidden-group');
  });

  test.each<readonly [string, Schedule, Parameters<typeof brokenApp>[0], InvariantName]>([
    ['that does not wait for the days of notice', TOLD, hurrying, 'no-write-before-notice'],
    ['that tells people twice', TOLD, nagging, 'nobody-told-twice'],
    ['that removes in blackout hours', DARK, restless, 'no-write-in-blackout'],
    ['that goes on with a run that is paused', PAUSED, deaf, 'no-write-while-paused'],
  ])('%s', async (_, schedule, broken, invariant) => {
    expect(await brokenInvariants(schedule, await brokenApp(broken))).toContain(invariant);
  });
});
