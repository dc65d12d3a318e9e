import React from 'react';
import type { ExemptionList, ExemptionRow } from '../../../../src/contract/exemption-replies';
import { announce } from '../../hooks/announce';
import { useAction } from '../../hooks/use-action';
import { ReasonModal } from '../reason-modal';

interface EndExemptionModalProps {
  readonly row: ExemptionRow;
  readonly onClose: () => void;
  readonly onEnded: (list: ExemptionList) => void;
}

/** Ends an exemption before its day. */
export function EndExemptionModal({ row, onClose, onEnded }: EndExemptionModalProps) {
  const end = useAction('end-exemption');
  const send = async (reason: string): Promise<void> => {
    const list = await end.run({ exemptionId: row.exemptionId, reason });
    if (list === null) return;
    onClose();
    onEnded(list);
    announce('Exemption ended', 'Its seats are judged like others from the next scan.');
  };
  return (
    <ReasonModal
      title="End this exemption"
      text={
        row.state === 'waiting'
          ? 'Nobody has approved it yet: the request is taken back.'
          : 'Its seats are judged like others from the next scan. A review that is open keeps the seats that it froze.'
      }
      confirm="End exemption"
      busy={end.busy}
      error={end.error}
      onConfirm={(reason) => void send(reason)}
      onClose={onClose}
    />
  );
}
