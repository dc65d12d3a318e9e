import { Button, Inline, Lozenge, SectionMessage, Stack, Text, User } from '@forge/react';
import React from 'react';
import type { CycleView } from '../../../../src/contract/review-replies';
import { useNavigation } from '../../hooks/navigation-context';
import { useSession } from '../../hooks/session-context';
import { counted } from '../../view-models/counts';
import { isLate } from '../../view-models/cycle';
import { nobodyTakesOver } from '../../view-models/queue';
import { DataTable } from '../data-table';
import { Subheading } from '../panel';

const COLUMNS = [
  { key: 'reviewer', title: 'Reviewer', width: 34 },
  { key: 'assigned', title: 'Assigned', width: 16 },
  { key: 'decided', title: 'Decided', width: 16 },
  { key: 'open', title: 'Still open', width: 20 },
  { key: 'actions', title: 'Actions', width: 14 },
];

/** How far each reviewer is, and what nobody is assigned to. */
export function ReviewerProgress({ cycle }: { readonly cycle: CycleView }) {
  const { now } = useSession();
  const { filter } = useNavigation();
  const warning = nobodyTakesOver(cycle, now);
  return (
    <>
      {warning === null ? null : (
        <SectionMessage appearance="warning" title="Nobody takes over">
          <Text>{warning}</Text>
        </SectionMessage>
      )}
      {cycle.progress.length === 0 ? null : (
        <Stack space="space.050">
          <Subheading>Progress by reviewer</Subheading>
          <DataTable
            label="Progress by reviewer"
            columns={COLUMNS}
            empty="No line is assigned."
            rows={cycle.progress.map(({ reviewer, assigned, decided, open }) => ({
              key: reviewer ?? 'nobody',
              cells: [
                reviewer === null ? 'Nobody' : <User key="reviewer" accountId={reviewer} />,
                counted(assigned, 'line'),
                counted(decided, 'line'),
                <Inline key="open" space="space.100" alignBlock="center">
                  <Text>{counted(open, 'line')}</Text>
                  {open > 0 && isLate(cycle, now) ? <Lozenge appearance="removed">Overdue</Lozenge> : null}
                </Inline>,
                <Button
                  key="show"
                  spacing="compact"
                  appearance="subtle"
                  onClick={() => filter({ assignee: reviewer ?? 'nobody', state: '' })}
                >
                  Show lines
                </Button>,
              ],
            }))}
          />
        </Stack>
      )}
    </>
  );
}
