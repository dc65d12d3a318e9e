import { EmptyState, SectionMessage, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { CycleView, LineList, LineRow } from '../../../../src/contract/review-replies';
import type { ReplyError } from '../../hooks/call-resolver';
import { useNavigation } from '../../hooks/navigation-context';
import { useLineSelection } from '../../hooks/use-line-selection';
import { useResolver } from '../../hooks/use-resolver';
import { lineQuery } from '../../view-models/lines';
import { LAST_USE_LIMITS } from '../../view-models/seats';
import { Pager } from '../pager';
import { Panel } from '../panel';
import { OvertakenMessage } from '../reply-message';
import { Remote } from '../states';
import { BulkBar } from './bulk-bar';
import { LineFilters } from './line-filters';
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
  const lines = useResolver('list-lines', lineQuery(cycle.cycleId, filters), cycle.sequence);
  const chosen = useLineSelection(cycle.cycleId);
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
            <LineFilters list={list} />
            <BulkBar
              chosen={chosen}
              onDecide={(rows) => setOpen({ kind: 'decide', lines: rows })}
              onUndo={(rows) => setOpen({ kind: 'undo', lines: rows })}
            />
            <LinesFound list={list} isLoading={lines.loading} chosen={chosen} onOpen={setOpen} />
          </Stack>
        )}
      </Remote>
      <LineModals
        cycleId={cycle.cycleId}
        seen={lines.data?.sequence ?? cycle.sequence}
        open={open}
        onClose={close}
        onDone={done}
        onStale={stale}
      />
    </Panel>
  );
}

interface LinesFoundProps {
  readonly list: LineList;
  readonly isLoading: boolean;
  readonly chosen: ReturnType<typeof useLineSelection>;
  readonly onOpen: (open: OpenDialog) => void;
}

function LinesFound({ list, isLoading, chosen, onOpen }: LinesFoundProps) {
  const decide = async (line: LineRow): Promise<void> =>
    onOpen({ kind: 'decide', lines: await chosen.withMates(line) });
  if (list.total === 0) {
    return (
      <EmptyState
        header="No line matches"
        description="No line of this review fits the filters. Clear them to see all lines."
      />
    );
  }
  return (
    <Stack space="space.150">
      {chosen.notice === '' ? null : (
        <SectionMessage appearance="information" title="About your choice">
          <Text>{chosen.notice}</Text>
        </SectionMessage>
      )}
      <LinesTable
        rows={list.rows}
        isLoading={isLoading || chosen.busy}
        chosen={chosen.selection}
        onToggle={(line) => void chosen.toggle(line)}
        onDecide={(line) => void decide(line)}
        onLook={(line) => onOpen({ kind: 'look', line: line.line })}
      />
      <Pager offset={list.offset} shown={list.rows.length} total={list.total} unit="line" />
    </Stack>
  );
}
