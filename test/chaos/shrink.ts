import type { Disturbance, Schedule } from './schedule';

/**
 * The schedule without every disturbance that it breaks the same without: each is left out once, in order.
 * `isBroken` plays a schedule.
 */
export async function shrink(
  schedule: Schedule,
  isBroken: (smaller: Schedule) => Promise<boolean>,
): Promise<Schedule> {
  let smallest = schedule;
  for (const disturbance of schedule.disturbances) {
    const smaller = without(smallest, disturbance);
    if (await isBroken(smaller)) smallest = smaller;
  }
  return smallest;
}

function without(schedule: Schedule, left: Disturbance): Schedule {
  return { ...schedule, disturbances: schedule.disturbances.filter((each) => each !== left) };
}
