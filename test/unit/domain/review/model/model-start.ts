import fc from 'fast-check';
import type { ReviewRules } from '../../../../../src/domain/review/cycle';
import type { Seat } from '../../../../../src/domain/seat';
import { aReview } from '../../../../builders/a-review';
import { aCleanup, aGroupPath, aHold, aRouteOut, aSplit, aSyncedSeat } from '../../../../builders/a-seat';
import type { Real } from './command';
import type { Model, ModelLine } from './review-model';

/** Everybody tries everything; most of them hold a seat in some reviews. */
export const PEOPLE = ['rita', 'paul', 'emil', 'olga'] as const;

type Told = Pick<ModelLine, 'account' | 'verdict' | 'groups'> &
  Partial<Pick<ModelLine, 'demands' | 'consentable'>>;

/** A seat as the code gets it, and what product.md makes of it. */
type Given = readonly [Seat, Told];

/** Seats of one account that share a group. */
type Bundle = readonly Given[];

const TWO_LINES: Bundle = [
  [aCleanup('ada', ['a', 'b']), { account: 'ada', verdict: 'cleanup', groups: ['a', 'b'] }],
  [aCleanup('ada', ['b'], { product: 'confluence' }), { account: 'ada', verdict: 'cleanup', groups: ['b'] }],
];
const SAME_PERSON: Bundle = [
  [
    aCleanup('ada', ['d'], { product: 'jira-servicedesk' }),
    { account: 'ada', verdict: 'cleanup', groups: ['d'] },
  ],
];
const CONSENTABLE: Bundle = [
  [
    aRouteOut('olga', ['technical']),
    { account: 'olga', verdict: 'route-out', groups: ['local'], demands: ['technical'], consentable: true },
  ],
];
const TWO_OWNERS: Given = [
  aRouteOut('svc', ['technical', 'business'], { paths: [aGroupPath('c', 'local')] }),
  {
    ...{ account: 'svc', verdict: 'route-out', groups: ['c'] },
    ...{ demands: ['technical', 'business'], consentable: true },
  },
];
const BUNDLES: readonly Bundle[] = [
  TWO_LINES,
  CONSENTABLE,
  [TWO_OWNERS],
  SAME_PERSON,
  [[aCleanup('paul', ['c']), { account: 'paul', verdict: 'cleanup', groups: ['c'] }]],
  [[aSplit('rita'), { account: 'rita', verdict: 'split', groups: ['local'], demands: ['identity'] }]],
  [[aHold('emil'), { account: 'emil', verdict: 'hold', groups: [] }]],
  [[aSyncedSeat('dan'), { account: 'dan', verdict: 'route-out', groups: [], demands: ['identity'] }]],
];

export interface Start {
  readonly bundles: readonly Bundle[];
  readonly rules: Pick<ReviewRules, 'separation' | 'noResponse' | 'approvers'> & {
    readonly noResponseBy: string;
    readonly fallbackReviewer: string | null;
  };
  readonly notice: boolean;
  /** An earlier review left the questions about its first line open. */
  readonly carries: boolean;
}

/** Few lines, so that each is tried in many ways. */
export const anyStart: fc.Arbitrary<Start> = fc.record({
  bundles: fc.oneof(
    // Bundles of several lines and lines that need consent have the most to get wrong.
    fc.constantFrom<Bundle[][]>([TWO_LINES], [TWO_LINES, SAME_PERSON], [CONSENTABLE]),
    fc.shuffledSubarray([...BUNDLES], { minLength: 1, maxLength: 2 }),
  ),
  rules: fc.record({
    separation: fc.constantFrom('two-person', 'three-person'),
    noResponse: fc.constantFrom('close-as-kept', 'carry', 'follow-recommendation'),
    noResponseBy: fc.constantFrom('sam', 'rita', 'paul'),
    approvers: fc.constantFrom<string[][]>([], ['rita'], ['rita', 'olga'], ['paul', 'rita']),
    fallbackReviewer: fc.constantFrom<(string | null)[]>(null, 'rita', 'paul', 'olga'),
  }),
  notice: fc.boolean(),
  carries: fc.integer({ min: 0, max: 3 }).map((odds) => odds === 0),
});

/** The same review twice: as the model has it, and as the code does. */
export function begin({ bundles, rules, notice, carries }: Start): { model: Model; real: Real } {
  const { noResponseBy: chooser, fallbackReviewer, ...same } = rules;
  const assignment = { rules: [], fallbackReviewer };
  const seats = bundles.flat().map(([seat]) => seat);
  const lines = bundles
    .flatMap((bundle, index) => bundle.map(([, told]) => ({ told, bundle: index })))
    .map(({ told, bundle }, index) => undecided(index + 1, bundle, told));
  // No rule names anybody, so that the fallback reviewer gets all but the own account.
  for (const line of lines) line.assignee = fallbackReviewer === line.account ? null : fallbackReviewer;
  const carried = carries ? aReview({ seats }).decide([1], 'route-out', { by: 'sam' }).cycle.handoffs : [];
  for (const { owner } of carried) {
    Object.assign(lines[0] ?? {}, { state: 'closed', outcome: 'routed', decision: 'route-out' });
    lines[0]?.questions.set(owner, null);
  }
  return {
    model: {
      ...{ ...same, chooser, fallbackReviewer, notice, lines },
      ...{ running: null, executors: new Set(), ended: null },
    },
    real: {
      review: aReview({
        seats,
        rules: { ...same, noResponseBy: chooser, assignment, noticeDays: notice ? 7 : 0 },
        carried,
      }),
      told: [],
    },
  };
}

function undecided(line: number, bundle: number, told: Told): ModelLine {
  return {
    ...{ line, bundle, demands: [], consentable: false, ...told },
    ...{ state: 'undecided', outcome: null, decision: null, approver: null, assignee: null, told: 'no' },
    ...{ deciders: new Set(), executors: new Set(), questions: new Map(), removals: new Map() },
  };
}
