import { SectionMessage, Stack, Text } from '@forge/react';
import React from 'react';
import { useSession } from '../hooks/session-context';
import { ApprovalsPage } from '../pages/approvals-page';
import { EvidencePage } from '../pages/evidence-page';
import { ExecutePage } from '../pages/execute-page';
import { GetStartedPage } from '../pages/get-started-page';
import { GroupsPage } from '../pages/groups-page';
import { MySeatsPage } from '../pages/my-seats-page';
import { OverviewPage } from '../pages/overview-page';
import { ReviewPage } from '../pages/review-page';
import { RouteOutsPage } from '../pages/route-outs-page';
import { SeatsPage } from '../pages/seats-page';
import { SettingsPage } from '../pages/settings-page';
import type { AppPage } from '../view-models/contract-types';
import { mayOpen } from '../view-models/pages';
import { NoPermissionState } from './states';

const PAGES: Readonly<Record<AppPage, () => React.ReactNode>> = {
  'get-started': GetStartedPage,
  overview: OverviewPage,
  seats: SeatsPage,
  groups: GroupsPage,
  review: ReviewPage,
  approvals: ApprovalsPage,
  execute: ExecutePage,
  'route-outs': RouteOutsPage,
  evidence: EvidencePage,
  settings: SettingsPage,
  'my-seats': MySeatsPage,
};

/** One page, or which right is missing for it. */
export function PageContent({ page }: { readonly page: AppPage }) {
  const { roles, rehearsal } = useSession();
  const Page = PAGES[page];
  if (!mayOpen(page, roles)) return <NoPermissionState />;
  if (rehearsal === null) return <Page />;
  return (
    <Stack space="space.200">
      <SectionMessage appearance="warning" title={`“${rehearsal}” is open`}>
        <Text>
          Decide, approve and sign off as in a review that counts. Nothing of a rehearsal is ever removed, and
          nothing of it goes on in the next review.
        </Text>
      </SectionMessage>
      <Page />
    </Stack>
  );
}
