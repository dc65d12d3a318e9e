import { Button, EmptyState, Lozenge, ModalTransition, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { MySeat } from '../../../src/contract/seat-replies';
import { DataTable } from '../components/data-table';
import { PageHeader } from '../components/page-header';
import { Sentence } from '../components/rich-text';
import { ClaimModal } from '../components/seats/claim-modal';
import { Remote } from '../components/states';
import { useSession } from '../hooks/session-context';
import { useResolver } from '../hooks/use-resolver';
import { mySeatRows, mySeatsInWords, type MySeatRow } from '../view-models/my-seats';
import { LAST_USE_LIMITS } from '../view-models/seats';

const COLUMNS = [
  { key: 'product', title: 'Product', width: 15 },
  { key: 'why', title: 'Why it is billable', width: 32 },
  { key: 'last-use', title: 'Last use', width: 15 },
  { key: 'since', title: 'Held since', width: 12 },
  { key: 'review', title: 'Review', width: 26 },
];

/** One's own seats: for everybody, and about nobody else. */
export function MySeatsPage() {
  const { now } = useSession();
  const seats = useResolver('get-my-seats', {});
  const [claiming, setClaiming] = useState<MySeat | null>(null);
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
                    <SeatReview key="review" row={row} onClaim={setClaiming} />,
                  ],
                }))}
              />
              <Text color="color.text.subtle">
                {`${LAST_USE_LIMITS} Before a seat of yours ends you can say here that you still need it.`}
              </Text>
            </Stack>
          )
        }
      </Remote>
      <ModalTransition>
        {claiming === null ? null : (
          <ClaimModal
            seat={claiming}
            onClose={() => setClaiming(null)}
            onClaimed={(after) => {
              setClaiming(null);
              seats.put(after);
            }}
          />
        )}
      </ModalTransition>
    </Stack>
  );
}

interface SeatReviewProps {
  readonly row: MySeatRow;
  readonly onClaim: (seat: MySeat) => void;
}

/** How the seat stands in the open review, and the way to keep it. */
function SeatReview({ row, onClaim }: SeatReviewProps) {
  if (!row.underReview) return <Text>Not under review</Text>;
  return (
    <Stack space="space.075" alignInline="start">
      <Lozenge appearance="inprogress">Under review</Lozenge>
      {row.standing === '' ? null : <Text>{row.standing}</Text>}
      {row.seat.mayClaim ? <Button onClick={() => onClaim(row.seat)}>I still need this</Button> : null}
    </Stack>
  );
}
