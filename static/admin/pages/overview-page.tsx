import { EmptyState, SectionMessage, Stack, Text } from '@forge/react';
import React from 'react';
import type { Overview } from '../../../src/contract/seat-replies';
import { FlagsPanel } from '../components/overview/flags-panel';
import { HygienePanel } from '../components/overview/hygiene-panel';
import { ScanPanel } from '../components/overview/scan-panel';
import { SeatCharts } from '../components/overview/seat-charts';
import { ScopePanel } from '../components/overview/scope-panel';
import { SourcesPanel } from '../components/overview/sources-panel';
import { TodoPanel } from '../components/overview/todo-panel';
import { VerdictPanel } from '../components/overview/verdict-panel';
import { PageHeader } from '../components/page-header';
import { Panel } from '../components/panel';
import { MembershipTable } from '../components/overview/membership-table';
import { PopulationTable } from '../components/population-table';
import { Remote } from '../components/states';
import { useSession } from '../hooks/session-context';
import { useResolver } from '../hooks/use-resolver';
import { productNames } from '../view-models/overview';
import { membershipRows, populationRows } from '../view-models/population';
import { modeNotice } from '../view-models/scan';

/** Every billable seat at a glance, what needs somebody today, and what nobody knows. */
export function OverviewPage() {
  const overview = useResolver('get-overview', {});
  return (
    <Stack space="space.200">
      <PageHeader
        title="Overview"
        description="Why each seat of this site is still billable, and what needs a decision."
      />
      <Remote state={overview} what="the overview">
        {(data) => <OverviewContent overview={data} reload={overview.reload} />}
      </Remote>
    </Stack>
  );
}

function OverviewContent({ overview, reload }: { readonly overview: Overview; readonly reload: () => void }) {
  const { mode } = useSession();
  const { snapshot } = overview;
  const notice = modeNotice(snapshot?.mode ?? mode);
  return (
    <Stack space="space.200">
      <ScanPanel overview={overview} onEnd={reload} />
      {notice === '' ? null : (
        <SectionMessage appearance="information" title="No organization key">
          <Text>{notice}</Text>
        </SectionMessage>
      )}
      <TodoPanel todo={overview.todo} />
      {snapshot === null ? (
        <EmptyState
          header="No seats to show yet"
          description="The first scan reads users, groups and product access and explains every billable seat. It changes nothing. Start it above."
        />
      ) : (
        <Stack space="space.200">
          <FlagsPanel flags={overview.flags} onChange={reload} />
          <HygienePanel snapshot={snapshot} />
          <SeatCharts snapshot={snapshot} />
          <VerdictPanel snapshot={snapshot} />
          <Panel
            title="Does the count hold?"
            description="From the members of granting groups to the seats, and from the seats to the number that Atlassian reports. Any difference must be explained by named accounts or acknowledged in the review."
          >
            <Stack space="space.150">
              <MembershipTable rows={membershipRows(snapshot.membership, productNames(overview))} />
              <PopulationTable rows={populationRows(snapshot.population, productNames(overview))} />
            </Stack>
          </Panel>
          <ScopePanel snapshot={snapshot} />
          <SourcesPanel snapshot={snapshot} />
        </Stack>
      )}
    </Stack>
  );
}
