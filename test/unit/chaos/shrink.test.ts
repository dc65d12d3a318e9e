import { expect, test } from 'vitest';
import { drawSchedule, type Schedule } from '../../chaos/schedule';
import { shrink } from '../../chaos/shrink';

const schedule = drawSchedule(3);
const culprits = schedule.disturbances.slice(1, 3);
const isBroken = ({ disturbances }: Schedule): Promise<boolean> =>
  Promise.resolve(culprits.every((each) => disturbances.includes(each)));

test('Shrinking keeps what a run breaks on and drops the rest', async () => {
  expect((await shrink(schedule, isBroken)).disturbances).toEqual(culprits);
});

test('A seed gives the same schedule each time', () => {
  expect(drawSchedule(3)).toEqual(schedule);
});
