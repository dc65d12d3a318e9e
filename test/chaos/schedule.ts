import type { Blackout } from '../../src/domain/plan/blackout';
import { WEEK } from '../../src/lib/zoned-time';
import { generateOrganization } from '../local/generate/generate-organization';
import { Random } from '../local/generate/random';
import { parseSeed, type OrgSeed } from '../local/organization/seed';
import type { Change } from './change';
import { drawChange, sceneOf } from './change';
import type { FaultOrder } from './fault-order';
import { drawFault } from './fault-order';

/** One thing that goes wrong or changes in a round. Each stands alone, so that one can be left out. */
export type Disturbance =
  | {
      readonly kind: 'fault';
      readonly round: number;
      readonly fault: FaultOrder;
      /** Stays for as long as the run lasts: nobody mends it. */
      readonly lasting: boolean;
    }
  | {
      readonly kind: 'change';
      readonly round: number;
      /** Right before so many REST calls of the round have been answered; at its beginning with 0. */
      readonly call: number;
      readonly change: Change;
    };

/** What stands of a run before anything is disturbed. */
export interface Frame {
  readonly seed: number;
  readonly rounds: number;
  /** Share of queue deliveries and scheduled runs that come twice, and late; above 0 in any order. */
  readonly duplicates: number;
  readonly schedules: boolean;
  readonly peoplePerRun: number;
  readonly stopAfterFailures: number;
  readonly separation: 'two-person' | 'three-person';
  /** How Atlassian refuses a write to a synced group. */
  readonly syncedRefusal: '403' | '400' | '204-resync';
  /** Days that people are given before their removal; 0 in most runs, where nobody is told. */
  readonly noticeDays: number;
  /** Hours in which a run must wait; null in most runs. */
  readonly blackout: Blackout | null;
}

/** Everything that a run is made of, as data: the same schedule gives the same run to the byte. */
export interface Schedule extends Frame {
  readonly disturbances: readonly Disturbance[];
}

export const ACCOUNTS = 200;
/** Calls that a lasting fault hits: more than any run makes. */
const FOR_EVER = 1_000_000;

/** The organization of a run. Its script is left out: what happens without the app is the schedule's matter. */
export function organizationOf({ seed, syncedRefusal }: Pick<Schedule, 'seed' | 'syncedRefusal'>): OrgSeed {
  const made = generateOrganization({ accounts: ACCOUNTS, seed, jsmOnCall: 'no' });
  return parseSeed({ ...made, script: [], behaviour: { ...made.behaviour, syncedRefusal } });
}

/** Draws a run from its seed. */
export function drawSchedule(seed: number): Schedule {
  const random = new Random(seed);
  const rounds = random.integer(18, 30);
  const frame: Frame = {
    seed,
    rounds,
    duplicates: random.pick([0, 0.3, 1]),
    schedules: random.chance(0.3),
    peoplePerRun: random.integer(3, 30),
    stopAfterFailures: random.integer(2, 6),
    separation: random.pick(['two-person', 'two-person', 'three-person'] as const),
    syncedRefusal: random.pick(['403', '400', '204-resync'] as const),
    noticeDays: random.chance(0.3) ? random.integer(1, 7) : 0,
    blackout: random.chance(0.3) ? drawBlackout(random) : null,
  };
  const scene = sceneOf(organizationOf(frame));
  const faults = Array.from({ length: random.integer(4, 14) }, (): Disturbance => {
    const lasting = random.chance(0.01);
    const fault = drawFault(random, frame.noticeDays > 0);
    const round = random.integer(0, rounds);
    return { kind: 'fault', round, lasting, fault: lasting ? { ...fault, times: FOR_EVER } : fault };
  });
  const changes = Array.from({ length: random.integer(4, 14) }, (): Disturbance => ({
    kind: 'change',
    round: random.integer(1, rounds),
    call: random.chance(0.5) ? 0 : random.integer(1, 120),
    change: drawChange(scene, random),
  }));
  return { ...frame, disturbances: [...faults, ...changes] };
}

const TIME_ZONES = ['UTC', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'];

/** Some hours of some days; never so many that nothing could be removed for days. */
function drawBlackout(random: Random): Blackout {
  const from = random.integer(0, 23);
  const minutes = random.pick(['00', '30']);
  const time = (hour: number): string => `${String(hour % 24).padStart(2, '0')}:${minutes}`;
  return {
    timeZone: random.pick(TIME_ZONES),
    days: random.chance(0.5) ? WEEK : WEEK.filter((day) => day === 'mon' || random.chance(0.6)),
    from: time(from),
    to: time(from + random.integer(1, 14)),
  };
}
