import type { FaultMode } from '../local/faults';
import type { LocalHost } from '../local/host-contract';
import type { OrganizationMaker } from '../local/forge/world';
import { createOrganization, type EmulatedOrganization } from '../local/organization/organization';
import { withHandle } from '../local/organization/with-handle';
import { applyChange, type Change } from './change';
import type { Disturbance } from './schedule';

/** A change with the moment at which it happened, Unix milliseconds. */
export interface Happened {
  readonly at: number;
  readonly change: Change;
}

type Faulty = Extract<Disturbance, { kind: 'fault' }>;
type Changing = Extract<Disturbance, { kind: 'change' }>;

/** Brings about what a schedule says: faults are set, and the organization changes, also in the middle of a call. */
export class Disturber {
  readonly happened: Happened[] = [];
  private readonly hits = new Map<FaultMode, number>();
  private waiting: readonly Changing[] = [];
  private answered = 0;

  constructor(private readonly disturbances: readonly Disturbance[]) {}

  /** The emulated organization, which changes right before the calls that the schedule names. */
  readonly organization: OrganizationMaker = (seed, clock, ...rest) =>
    withHandle(createOrganization(seed, clock, ...rest), (real, ...call) => {
      this.answered += 1;
      this.change(real, clock.now(), (due) => due.call <= this.answered);
      return real.handle(...call);
    });

  /** Begins a round. Changes of the last one whose call never came happen now. */
  begin(host: LocalHost, round: number): void {
    this.changeNow(host, () => true);
    const isNow = (each: Disturbance): boolean => each.round === round;
    this.answered = 0;
    this.waiting = this.disturbances.filter((each) => each.kind === 'change').filter(isNow);
    this.changeNow(host, ({ call }) => call === 0);
    for (const { fault } of this.faults().filter(isNow)) this.arm(host, fault);
  }

  /** Atlassian is well again, but for what lasts. */
  end(host: LocalHost): void {
    this.changeNow(host, () => true);
    this.waiting = [];
    this.disarm(host);
    for (const { fault } of this.faults().filter(({ lasting }) => lasting)) this.arm(host, fault);
  }

  /** Something happens now that no schedule names. */
  happen(host: Pick<LocalHost, 'organization' | 'clock'>, change: Change): void {
    applyChange(host, change);
    this.happened.push({ at: host.clock.now(), change });
  }

  /** How many calls were hit, by mode; what is still set is taken back. */
  injected(host: LocalHost): ReadonlyMap<FaultMode, number> {
    this.disarm(host);
    return this.hits;
  }

  private faults(): readonly Faulty[] {
    return this.disturbances.filter((each) => each.kind === 'fault');
  }

  private arm(host: LocalHost, fault: Faulty['fault']): void {
    host.fault(fault);
    this.count(fault.mode, fault.times);
  }

  private disarm(host: LocalHost): void {
    for (const { mode, times } of host.faults()) this.count(mode, -times);
    host.clearFaults();
  }

  private count(mode: FaultMode, more: number): void {
    this.hits.set(mode, (this.hits.get(mode) ?? 0) + more);
  }

  private changeNow(host: LocalHost, isDue: (each: Changing) => boolean): void {
    this.change(host.organization, host.clock.now(), isDue);
  }

  private change(organization: EmulatedOrganization, at: number, isDue: (each: Changing) => boolean): void {
    const due = this.waiting.filter(isDue);
    if (due.length === 0) return;
    this.waiting = this.waiting.filter((each) => !due.includes(each));
    for (const { change } of due) {
      applyChange({ organization }, change);
      this.happened.push({ at, change });
    }
  }
}
