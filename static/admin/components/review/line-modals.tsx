import { ModalTransition } from '@forge/react';
import React from 'react';
import type { CycleView, LineRow } from '../../../../src/contract/review-replies';
import type { ReplyError } from '../../hooks/call-resolver';
import { AssignModal } from './assign-modal';
import { DecideModal } from './decide-modal';
import { LineModal } from './line-modal';
import { UndoModal } from './undo-modal';

/** Which dialog of the review's lines is open. */
export type OpenDialog =
  | { readonly kind: 'decide' | 'assign' | 'undo'; readonly lines: readonly LineRow[] }
  | { readonly kind: 'look'; readonly line: number };

interface LineModalsProps {
  readonly cycleId: string;
  readonly open: OpenDialog | null;
  readonly onClose: () => void;
  readonly onDone: (cycle: CycleView) => void;
  readonly onStale: (error: ReplyError) => void;
}

export function LineModals({ cycleId, open, onClose, onDone, onStale }: LineModalsProps) {
  const acting = { cycleId, onClose, onDone, onStale };
  return (
    <ModalTransition>
      {open === null ? null : open.kind === 'look' ? (
        <LineModal cycleId={cycleId} line={open.line} onClose={onClose} />
      ) : open.kind === 'decide' ? (
        <DecideModal lines={open.lines} {...acting} />
      ) : open.kind === 'assign' ? (
        <AssignModal lines={open.lines} {...acting} />
      ) : (
        <UndoModal lines={open.lines} {...acting} />
      )}
    </ModalTransition>
  );
}
