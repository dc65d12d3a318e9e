import { Button, EmptyState, SectionMessage, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { CycleView, LineList, LineRow } from '../../../../src/contract/review-replies';
import type { ReplyError } from '../../hooks/call-resolver';
import { useNavigation } from '../../hooks/navigation-context';
import { useSession } from '../../hooks/session-context';
import { useLineSelection } from '../../hooks/use-line-selection';
import { useResolver } from '../../hooks/use-resolver';
import { lineQuery } from '../../view-models/lines';
import { emptyQueueInWords, firstQueue, queueFilters, ALL_LINES } from '../../view-models/queue';
import { LIST_FILTERS } from '../../view-models/saved-filters';
import { isFiltered, LAST_USE_LIMITS } from '../../view-models/seats';
import { Pager } from '../pager';
import { Panel } from '../panel';
import { OvertakenMessage } from '../reply-message';
import { SavedFilters } from '../saved-filters/saved-filters';
import { Remote } from '../states';
import { BulkBar } from './bulk-bar';
import { LineFilters, QueueFilter } from './line-filters';
import type { OpenDialog } from './line-modals';
import { LineModals } from './line-modals';
import { LinesTable } from './lines-table';

interface LinesPanelProps {
  readonly cycle: CycleView;
  readonly put: (cycle: CycleView) => void;
  readonly reload: () => void;
}

/** Every line of the review: filtered, chosen, decided. */
export function LinesPanel({ cycle, put, reload }: LinesPanelProps) {
  const { filters } = useNavigation();
  const { accountId } = useSession();
  const query = lineQuery(cycle.cycleId, queueFilters(filters, firstQueue(cycle, accountId)));
  const lines = useResolver('list-lines', query, cycle.sequence);
  const chosen = useLineSelection(cycle.cycleId, query.assignee);
  const [open, setOpen] = useState<OpenDialog | null>(null);
  const [changed, setChanged] = useState<ReplyError | null>(null);

  const close = (): void => setOpen(null);
  const done = (after: CycleView): void => {
    close();
    setChanged(null);
    chosen.clear();
    put(after);
  };
  const stale = (error: ReplyError): void => {
    close();
    setChanged(error);
    chosen.clear();
    reload();
    lines.reload();
  };
  return (
    <Panel
      title="Lines"
      description={`One line is one seat to decide. Lines that share a group are decided together. ${LAST_USE_LIMITS}`}
    >
      {changed === null ? null : <OvertakenMessage error={changed} />}
      <Remote state={lines} what="the lines">
        {(list) => (
          <Stack space="space.150">
            <SavedFilters list="lines" />
            <LineFilters list={list}>
              <QueueFilter cycle={cycle} />
            </LineFilters>
            <BulkBar
              chosen={chosen}
              onDecide={(rows) => setOpen({ kind: 'decide', lines: rows })}
              onAssign={(rows) => setOpen({ kind: 'assign', lines: rows })}
              onUndo={(rows) => setOpen({ kind: 'undo', lines: rows })}
            />
            <LinesFound
              cycle={cycle}
              list={list}
              isLoading={lines.loading}
              chosen={chosen}
              onOpen={setOpen}
            />
          </Stack>
        )}
      </Remote>
      <LineModals cycleId={cycle.cycleId} open={open} onClose={close} onDone={done} onStale={stale} />
    </Panel>
  );
}

interface LinesFoundProps {
  readonly cycle: CycleView;
  readonly list: LineList;
  readonly isLoading: boolean;
  readonly chosen: ReturnType<typeof useLineSelection>;
  readonly onOpen: (open: OpenDialog) => void;
}

function LinesFound({ cycle, list, isLoading, chosen, onOpen }: LinesFoundProps) {
  const decide = async (line: LineRow): Promise<void> =>
    onOpen({ kind: 'decide', lines: await chosen.withMates(line) });
  if (list.total === 0) return <NoLines cycle={cycle} />;
  return (
    <Stack space="space.150">
      {chosen.notice === '' ? null : (
        <SectionMessage appearance="information" title="About your choice">
          <Text>{chosen.notice}</Text>
        </SectionMessage>
      )}
      <LinesTable
        rows={list.rows}
        isLoading={isLoading}
        chosen={chosen.selection}
        onToggle={(line) => void chosen.toggle(line)}
        onDecide={(line) => void decide(line)}
        onLook={(line) => onOpen({ kind: 'look', line: line.line })}
      />
      <Pager offset={list.offset} shown={list.rows.length} total={list.total} unit="line" />
    </Stack>
  );
}

/** An empty queue says what to do next; filters that nothing fits say so. */
function NoLines({ cycle }: { readonly cycle: CycleView }) {
  const { filters, filter } = useNavigation();
  const { accountId } = useSession();
  const { assignee = firstQueue(cycle, accountId), ...others } = filters;
  if (assignee !== 'me' || isFiltered(others, LIST_FILTERS.lines))
    return (
      <EmptyState
        header="No line matches"
        description="No line of this review fits the filters. Clear them, or choose all lines."
      />
    );
  return (
    <EmptyState
      header="Your queue is empty"
      description={emptyQueueInWords(cycle, accountId)}
      primaryAction={<Button onClick={() => filter({ assignee: ALL_LINES })}>Show all lines</Button>}
    />
  );
}
