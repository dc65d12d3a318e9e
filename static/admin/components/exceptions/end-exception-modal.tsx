import { ModalTransition } from '@forge/react';
import React from 'react';
import type { ExceptionRow } from '../../../../src/contract/exception-replies';
import { announce } from '../../hooks/announce';
import { useAction } from '../../hooks/use-action';
import { formatDay } from '../../view-models/dates';
import { ReasonModal } from '../reason-modal';

interface EndExceptionModalProps {
  readonly row: ExceptionRow;
  readonly onClose: () => void;
  /** Called when it was ended, or when somebody else was quicker. */
  readonly onDone: () => void;
}

/** Takes the protection from a seat before its day; the record of the exception stays. */
export function EndExceptionModal({ row, onClose, onDone }: EndExceptionModalProps) {
  const end = useAction('end-exception', onDone);
  const send = async (reason: string): Promise<void> => {
    if ((await end.run({ cycleId: row.cycleId, line: row.line, reason })) === null) return;
    onClose();
    onDone();
    announce('Exception ended', 'The next scan judges the seat like others.');
  };
  return (
    <ModalTransition>
      <ReasonModal
        title="End this exception"
        text={`It would protect the seat until ${formatDay(row.expires)}. Ended now, the seat is judged like others from the next scan on; nothing is removed by that.`}
        confirm="End exception"
        busy={end.busy}
        error={end.error}
        onConfirm={(reason) => void send(reason)}
        onClose={onClose}
      />
    </ModalTransition>
  );
}
