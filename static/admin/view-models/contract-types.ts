import type { CycleView, LineRow } from '../../../src/contract/review-replies';
import type { Overview, PageName, SeatDetail, SeatRow, Session } from '../../../src/contract/seat-replies';
import type { PayloadOf } from '../../../src/contract/resolvers';

/** Words of the contract that screens name on their own. */
export type Verdict = SeatRow['verdict'];
export type VerdictReason = SeatRow['reason'];
export type OwnerClass = SeatRow['owners'][number];
export type AccessPath = SeatRow['paths'][number];
export type PathSource = AccessPath['source'];
export type SeatMark = SeatRow['marks'][number];
export type Activity = SeatRow['activity'];
export type ProductOutcome = SeatDetail['outcomes'][number];
export type Roles = Session['roles'];
export type Snapshot = NonNullable<Overview['snapshot']>;
export type PopulationRow = CycleView['population'][number];
export type DecisionReason = PayloadOf<'decide-lines'>['reason'];
export type AnswerKind = PayloadOf<'answer-handoffs'>['answer'];
export type EvidenceFile = PayloadOf<'download-evidence'>['file'];
export type SampleFile = PayloadOf<'download-sample'>['file'];
export type LineBundle = LineRow['bundle'];

/** Every page that the app can show; the guide is no page of the contract. */
export type AppPage = PageName | 'get-started';
