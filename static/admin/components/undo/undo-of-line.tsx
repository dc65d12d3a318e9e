import { Button, ButtonGroup, ModalTransition, Stack, Text, User } from '@forge/react';
import React, { useState } from 'react';
import type { LineRow } from '../../../../src/contract/review-replies';
import type { LineUndo } from '../../../../src/contract/undo-replies';
import { useSession } from '../../hooks/session-context';
import { lineUndoInWords } from '../../view-models/undo';
import { StopUndoModal } from './stop-undo-modal';
import { UndoButton } from './undo-button';
import { UndoModal } from './undo-modal';

interface UndoOfLineProps {
  readonly cycleId: string;
  readonly line: LineRow;
  /** What the button that begins an undo says. */
  readonly label: string;
  /** Signed off: then an approver's to ask. */
  readonly isSignedOff?: boolean;
  readonly onDone: () => void;
}

/** What may be done to give a line back: begin, or go on with what was begun, or stop it. */
export function UndoOfLine({ cycleId, line, label, isSignedOff = false, onDone }: UndoOfLineProps) {
  if (line.undo !== null) return <UndoGoingOn {...{ cycleId, undo: line.undo, isSignedOff, onDone }} />;
  const what = `what line ${String(line.line)} lost, with the lines that share its groups`;
  return line.undoable && line.state !== 'executing' ? (
    <UndoButton {...{ cycleId, of: { line: line.line }, label, what, isSignedOff, onDone }} />
  ) : null;
}

/** An undo is gone on with as a whole, from whichever of its lines. */
const WHOLE = 'all that this undo is about';

interface UndoGoingOnProps {
  readonly cycleId: string;
  readonly undo: LineUndo;
  readonly isSignedOff: boolean;
  readonly onDone: () => void;
}

/** An undo that was begun here or elsewhere: whose, how far, and the way on. */
function UndoGoingOn({ cycleId, undo, isSignedOff, onDone }: UndoGoingOnProps) {
  const { roles } = useSession();
  const [open, setOpen] = useState<'go-on' | 'stop' | null>(null);
  const close = (): void => setOpen(null);
  const { undoId } = undo;
  return (
    <Stack space="space.050" alignInline="start">
      <Text size="small">{lineUndoInWords(undo)}</Text>
      <Text size="small" color="color.text.subtle">
        {'Asked for by '}
        <User accountId={undo.by} />
        {`: ${undo.reason}`}
      </Text>
      {undo.resumedBy === null ? null : (
        <Text size="small" color="color.text.subtle">
          {'Gone on with by '}
          <User accountId={undo.resumedBy} />
        </Text>
      )}
      <ButtonGroup>
        {roles.siteAdmin && (!isSignedOff || roles.approver) ? (
          <Button spacing="compact" onClick={() => setOpen('go-on')}>
            Go on
          </Button>
        ) : null}
        {roles.reviewer && !undo.isStopped ? (
          <Button spacing="compact" onClick={() => setOpen('stop')}>
            Stop
          </Button>
        ) : null}
      </ButtonGroup>
      <ModalTransition>
        {open === 'stop' ? <StopUndoModal {...{ cycleId, undoId, onDone }} onClose={close} /> : null}
      </ModalTransition>
      {open === 'go-on' ? (
        <UndoModal {...{ cycleId, of: { undoId }, what: WHOLE, onDone }} onClose={close} />
      ) : null}
    </Stack>
  );
}
