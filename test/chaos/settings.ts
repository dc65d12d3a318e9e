import type { PayloadOf } from '../../src/contract/resolvers';
import { PreparationError } from '../local/prepare';
import type { Random } from '../local/generate/random';
import type { Frame } from './schedule';
import type { Site } from './site';

/** Saves the settings that a run's review is to open with. @throws PreparationError when they were not taken */
export async function saveSettings(site: Site): Promise<void> {
  const saved =
    (await site.does('admin', 'save-review-settings', reviewSettings(site))) &&
    (await site.does('admin', 'save-calendar', calendar(site.frame)));
  if (!saved) throw new PreparationError(`The settings were not saved: ${String(site.refusal)}`);
}

/** Somebody saves other settings while a review is open, which goes on by those that it opened with. */
export async function changeSettings(site: Site, random: Random): Promise<boolean> {
  const caps = { peoplePerRun: random.integer(1, 50), stopAfterFailures: random.integer(1, 10) };
  await site.ask('admin', 'save-review-settings', { ...reviewSettings(site), ...caps, blackout: null });
  await site.ask('admin', 'save-calendar', calendar({ noticeDays: random.pick([0, 14]) }));
  return true;
}

function reviewSettings({ frame, host }: Site): PayloadOf<'save-review-settings'> {
  const { separation, peoplePerRun, stopAfterFailures, blackout } = frame;
  return {
    ...{ separation, peoplePerRun, stopAfterFailures, blackout, noResponse: 'close-as-kept' },
    ...{ dueDays: 1, handoffDays: 14, approvers: [], auditors: [], signOffBy: null },
    readersSeeOtherProducts: true,
    notice: { project: host.organization.seed.projects?.[0]?.key ?? null, issueType: 'Task' },
  };
}

function calendar({ noticeDays }: Pick<Frame, 'noticeDays'>): PayloadOf<'save-calendar'> {
  return { billing: [], recurrence: { kind: 'off' }, leadDays: 21, executionDays: 1, noticeDays };
}
