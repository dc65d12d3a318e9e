import { EmptyState, Lozenge, Stack, Text } from '@forge/react';
import React from 'react';
import { DataTable } from '../components/data-table';
import { PageHeader } from '../components/page-header';
import { Sentence } from '../components/rich-text';
import { Remote } from '../components/states';
import { useSession } from '../hooks/session-context';
import { useResolver } from '../hooks/use-resolver';
import { mySeatRows, mySeatsInWords } from '../view-models/my-seats';
import { LAST_USE_LIMITS } from '../view-models/seats';

const COLUMNS = [
  { key: 'product', title: 'Product', width: 15 },
  { key: 'why', title: 'Why it is billable', width: 40 },
  { key: 'last-use', title: 'Last use', width: 20 },
  { key: 'since', title: 'Held since', width: 12 },
  { key: 'review', title: 'Review', width: 13 },
];

/** One's own seats: for everybody, and about nobody else. */
export function MySeatsPage() {
  const { now } = useSession();
  const seats = useResolver('get-my-seats', {});
  return (
    <Stack space="space.200">
      <PageHeader
        title="My seats"
        description="The licences that your own account holds on this site, and why."
      />
      <Remote state={seats} what="your seats">
        {(data) =>
          data.seats.length === 0 ? (
            <EmptyState
              header={data.asOf === null ? 'Not known yet' : 'You hold no billable seat'}
              description={
                data.asOf === null
                  ? 'No scan has read this site yet. A Jira administrator can start one on the Overview page.'
                  : 'The last scan found no product of this site that is billed for your account.'
              }
            />
          ) : (
            <Stack space="space.150">
              <Text>{mySeatsInWords(data)}</Text>
              <DataTable
                label="My seats"
                columns={COLUMNS}
                empty="You hold no billable seat."
                rows={mySeatRows(data, now).map((row) => ({
                  key: row.key,
                  cells: [
                    row.product,
                    <Sentence key="why" text={row.why} />,
                    row.lastUse,
                    row.since,
                    row.underReview ? (
                      <Lozenge appearance="inprogress">Under review</Lozenge>
                    ) : (
                      'Not under review'
                    ),
                  ],
                }))}
              />
              <Text color="color.text.subtle">
                {`${LAST_USE_LIMITS} Do you still need a seat that is under review? Tell your Jira administrator.`}
              </Text>
            </Stack>
          )
        }
      </Remote>
    </Stack>
  );
}
