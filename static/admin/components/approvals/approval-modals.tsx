import { ModalTransition } from '@forge/react';
import React from 'react';
import type { CycleView } from '../../../../src/contract/review-replies';
import type { ReplyError } from '../../hooks/call-resolver';
import type { AllLines } from '../../hooks/use-lines';
import type { OverridableRule } from '../../view-models/approvals';
import { ApproveModal } from './approve-modal';
import { ReturnModal } from './return-modal';

/** What is about to be done with which lines. */
export type Asking = { readonly lines: readonly number[] } & (
  { readonly kind: 'approve' | 'return' } | { readonly kind: 'override'; readonly rule: OverridableRule }
);

interface ApprovalModalsProps {
  readonly cycle: CycleView;
  readonly all: AllLines;
  readonly asking: Asking | null;
  readonly onClose: () => void;
  readonly onDone: (cycle: CycleView) => void;
  readonly onStale: (error: ReplyError) => void;
}

/** The dialog that fits what was asked. */
export function ApprovalModals({ asking, all, ...rest }: ApprovalModalsProps) {
  const lines = all.lines.filter(({ line }) => asking?.lines.includes(line) === true);
  return (
    <ModalTransition>
      {asking === null ? null : asking.kind === 'return' ? (
        <ReturnModal lines={lines} {...rest} />
      ) : (
        <ApproveModal
          lines={lines}
          waiting={all.lines}
          override={asking.kind === 'override' ? asking.rule : null}
          {...rest}
        />
      )}
    </ModalTransition>
  );
}
