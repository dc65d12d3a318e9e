import type { LocalClock } from '../clock';
import type { Disorder } from './disorder';
import { SCHEDULE_LIMITS } from './limits';
import type { Manifest } from './manifest';

type Trigger = Manifest['scheduledTriggers'][number];

export interface ScheduleParts {
  readonly clock: LocalClock;
  readonly triggers: readonly Trigger[];
  readonly run: (moduleKey: string) => Promise<void>;
  /** Told of the next run of a module, Unix milliseconds. */
  readonly saved: (moduleKey: string, nextRun: number) => void;
  /** A run that happens twice is rare but documented. */
  readonly disorder: Disorder;
}

/** Scheduled triggers: the first run about five minutes after the install, then one each interval. */
export class Schedules {
  private readonly timers = new Map<string, () => void>();

  constructor(private readonly parts: ScheduleParts) {}

  start(installedAt: number): void {
    for (const trigger of this.parts.triggers) this.arm(trigger, installedAt + SCHEDULE_LIMITS.firstRunMs);
  }

  /** Goes on from saved times. */
  restore(nextRuns: readonly [string, number][]): void {
    for (const [moduleKey, time] of nextRuns) {
      const trigger = this.parts.triggers.find((entry) => entry.key === moduleKey);
      if (trigger !== undefined) this.arm(trigger, time);
    }
  }

  stop(): void {
    for (const cancel of this.timers.values()) cancel();
    this.timers.clear();
  }

  private arm(trigger: Trigger, time: number): void {
    const { clock, saved } = this.parts;
    saved(trigger.key, time);
    this.timers.set(
      trigger.key,
      clock.at(time, () => this.fire(trigger, time)),
    );
  }

  private async fire(trigger: Trigger, time: number): Promise<void> {
    const { clock, run, disorder } = this.parts;
    this.arm(trigger, time + SCHEDULE_LIMITS.intervalMs[trigger.interval]);
    const after = disorder.repeatAfter();
    if (after !== undefined)
      this.timers.set(
        `${trigger.key} again`,
        clock.at(clock.now() + after, () => run(trigger.key)),
      );
    await run(trigger.key);
  }
}
