import { Button, SectionMessage } from '@forge/react';
import React from 'react';
import { useNavigation } from '../../hooks/navigation-context';
import type { Snapshot } from '../../view-models/contract-types';
import { counted } from '../../view-models/counts';
import { verdictRows } from '../../view-models/overview';
import { DataTable } from '../data-table';
import { VerdictLozenge } from '../lozenges';
import { Panel } from '../panel';
import { SentenceList } from '../rich-text';

const COLUMNS = [
  { key: 'verdict', title: 'Verdict', width: 18 },
  { key: 'seats', title: 'Seats', width: 14 },
  { key: 'meaning', title: 'What it means', width: 56 },
  { key: 'show', title: 'Actions', width: 12 },
];

/** How many seats have which verdict, and what nobody knows. */
export function VerdictPanel({ snapshot }: { readonly snapshot: Snapshot }) {
  const { go } = useNavigation();
  return (
    <Panel
      title="Verdicts"
      description="What SeatTrace recommends for each seat. People decide in the review."
    >
      <DataTable
        label="Verdicts"
        columns={COLUMNS}
        empty="No seats."
        rows={verdictRows(snapshot).map(({ key, verdict, seats, meaning }) => ({
          key,
          cells: [
            <VerdictLozenge key="verdict" verdict={verdict} />,
            seats,
            meaning,
            <Button key="show" spacing="compact" onClick={() => go('seats', { verdict })}>
              Show seats
            </Button>,
          ],
        }))}
      />
      <SectionMessage
        appearance={snapshot.unknown.length === 0 ? 'success' : 'information'}
        title="What is not known"
      >
        <SentenceList
          texts={snapshot.unknown.map(({ text, seats }) => `${text} (${counted(seats, 'seat')})`)}
          none="Every fact that a verdict needs could be read."
        />
      </SectionMessage>
    </Panel>
  );
}
