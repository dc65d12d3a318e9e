import { Button, EmptyState, SectionMessage, Stack, Text } from '@forge/react';
import React from 'react';
import type { CycleView } from '../../../src/contract/review-replies';
import { ApprovalsPanel } from '../components/approvals/approvals-panel';
import { Delegations, InPlaceOf } from '../components/approvals/delegations';
import { KeptPanel } from '../components/approvals/kept-panel';
import { ExemptionRequests } from '../components/exemptions/exemption-requests';
import { PageHeader } from '../components/page-header';
import { Remote } from '../components/states';
import { useNavigation } from '../hooks/navigation-context';
import { useSession } from '../hooks/session-context';
import { useLinesToApprove } from '../hooks/use-lines';
import { useResolver } from '../hooks/use-resolver';
import { isUnderWay } from '../view-models/cycle';
import { approvesLines } from '../view-models/delegation';
import { SEPARATION_LABELS } from '../view-models/settings-labels';

/** What waits for a second person. */
export function ApprovalsPage() {
  const cycle = useResolver('get-cycle', {});
  const exemptions = useResolver('list-exemptions', {});
  return (
    <Stack space="space.200">
      <PageHeader
        title="Approvals"
        description="Removals, exceptions and exemptions take effect only when somebody approves who neither decided nor asked for them."
      />
      <Remote state={exemptions} what="the exemptions">
        {(list) => <ExemptionRequests list={list} onList={exemptions.put} />}
      </Remote>
      <Delegations />
      <Remote state={cycle} what="the review">
        {(view) =>
          isUnderWay(view) && view.state !== 'draft' ? (
            <Waiting cycle={view} put={cycle.put} reload={cycle.reload} />
          ) : (
            <NothingOpen />
          )
        }
      </Remote>
    </Stack>
  );
}

interface WaitingProps {
  readonly cycle: CycleView;
  readonly put: (cycle: CycleView) => void;
  readonly reload: () => void;
}

function Waiting({ cycle, put, reload }: WaitingProps) {
  const { roles } = useSession();
  const lines = useLinesToApprove(cycle.cycleId, cycle.sequence);
  return (
    <Stack space="space.200">
      <Text>{`${cycle.title}. ${SEPARATION_LABELS[cycle.separation]}.`}</Text>
      <InPlaceOf />
      {approvesLines(roles) ? null : (
        <SectionMessage appearance="information" title="You can read this page">
          <Text>
            Only approvers approve: people with the permission "Approve SeatTrace removals", or listed in
            Settings by a site administrator.
          </Text>
        </SectionMessage>
      )}
      <Remote state={lines} what="what waits for approval">
        {(all) => (
          <ApprovalsPanel
            cycle={cycle}
            all={all}
            onDone={put}
            onStale={() => {
              reload();
              lines.reload();
            }}
          />
        )}
      </Remote>
      <KeptPanel key={cycle.cycleId} cycle={cycle} />
    </Stack>
  );
}

function NothingOpen() {
  const { roles } = useSession();
  const { go } = useNavigation();
  return (
    <EmptyState
      header="No review is open"
      description="When one is, what its reviewers decide waits here for somebody else."
      primaryAction={roles.reviewer ? <Button onClick={() => go('review')}>Go to Review</Button> : null}
    />
  );
}
