import { Button, EmptyState, Stack } from '@forge/react';
import React, { useState } from 'react';
import type { CycleView } from '../../../src/contract/review-replies';
import { ExceptionsLink } from '../components/exceptions/exceptions-link';
import { PageHeader } from '../components/page-header';
import { CycleOverview } from '../components/review/cycle-overview';
import { DraftPanel } from '../components/review/draft-panel';
import { LinesPanel } from '../components/review/lines-panel';
import { OpenReviewModal } from '../components/review/open-review-modal';
import { Remote } from '../components/states';
import { useNavigation } from '../hooks/navigation-context';
import { useSession } from '../hooks/session-context';
import { useResolver } from '../hooks/use-resolver';
import { isUnderWay } from '../view-models/cycle';
import { formatDay } from '../view-models/dates';

/** The review that is open: its progress, and every line to decide. */
export function ReviewPage() {
  const cycle = useResolver('get-cycle', {});
  return (
    <Stack space="space.200">
      <PageHeader
        title="Review"
        description="Decide each seat that is not used. Nothing is removed before somebody else approves."
        actions={<ExceptionsLink />}
      />
      <Remote state={cycle} what="the review">
        {(view) =>
          isUnderWay(view) ? (
            <ReviewUnderWay cycle={view} put={cycle.put} reload={cycle.reload} />
          ) : (
            <NoReview last={view} onOpened={cycle.put} />
          )
        }
      </Remote>
    </Stack>
  );
}

interface ReviewUnderWayProps {
  readonly cycle: CycleView;
  readonly put: (cycle: CycleView) => void;
  readonly reload: () => void;
}

function ReviewUnderWay({ cycle, put, reload }: ReviewUnderWayProps) {
  if (cycle.state === 'draft') return <DraftPanel cycle={cycle} put={put} reload={reload} />;
  return (
    <Stack space="space.200">
      <CycleOverview cycle={cycle} put={put} reload={reload} />
      <LinesPanel key={cycle.cycleId} cycle={cycle} put={put} reload={reload} />
    </Stack>
  );
}

interface NoReviewProps {
  readonly last: CycleView | null;
  readonly onOpened: (cycle: CycleView) => void;
}

/** No review is open: what opening one does, and the button that does it. */
function NoReview({ last, onOpened }: NoReviewProps) {
  const { roles, hasSnapshot } = useSession();
  const { go } = useNavigation();
  const [opening, setOpening] = useState(false);
  const before =
    last === null
      ? ''
      : ` The last one, "${last.title}", was ${last.signedOffAt === null ? 'cancelled' : `signed off on ${formatDay(last.signedOffAt)}`}.`;
  const what =
    'Opening a review freezes the newest scan and makes one line for each seat that needs a decision. The scan must have read account facts: press Scan now on the Overview before. Settings hold the calendar by which reviews are drafted by themselves.';
  return (
    <Stack space="space.200">
      <EmptyState
        header="No review is open"
        description={
          roles.reviewer
            ? `${what} It removes nothing.${before}`
            : `${what} A Jira administrator opens it.${before}`
        }
        primaryAction={
          !hasSnapshot ? (
            <Button appearance="primary" onClick={() => go('overview')}>
              Scan first
            </Button>
          ) : roles.reviewer ? (
            <Button appearance="primary" onClick={() => setOpening(true)}>
              Open review
            </Button>
          ) : null
        }
        secondaryAction={
          last === null ? null : <Button onClick={() => go('evidence')}>See past reviews</Button>
        }
      />
      <OpenReviewModal isOpen={opening} onClose={() => setOpening(false)} onOpened={onOpened} />
    </Stack>
  );
}
