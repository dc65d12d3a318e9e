import React from 'react';
import type { ExemptionList, ExemptionRow } from '../../../../src/contract/exemption-replies';
import { announce } from '../../hooks/announce';
import { useAction } from '../../hooks/use-action';
import { coveredByRow } from '../../view-models/exemptions';
import { ReasonModal } from '../reason-modal';
import { ExemptionCoverage } from './exemption-coverage';

export interface Answering {
  readonly row: ExemptionRow;
  readonly approves: boolean;
}

interface AnswerExemptionModalProps {
  readonly answering: Answering;
  readonly onClose: () => void;
  readonly onAnswered: (list: ExemptionList) => void;
}

/** Shows whom an exemption would cover, and approves it or turns it down. */
export function AnswerExemptionModal({ answering, onClose, onAnswered }: AnswerExemptionModalProps) {
  const { row, approves } = answering;
  const approve = useAction('approve-exemption');
  const decline = useAction('decline-exemption');
  const { exemptionId } = row;
  const send = async (reason: string): Promise<void> => {
    const list = approves ? await approve.run({ exemptionId }) : await decline.run({ exemptionId, reason });
    if (list === null) return;
    onClose();
    onAnswered(list);
    announce(
      approves ? 'Exemption approved' : 'Exemption turned down',
      approves ? 'It counts from the next scan.' : 'Your reason is kept in the evidence.',
    );
  };
  return (
    <ReasonModal
      title={approves ? 'Approve this exemption' : 'Turn down this exemption'}
      text={
        approves
          ? 'Its seats are left alone from the next scan until its day, also where nobody uses them.'
          : 'It never counts. Its seats are judged like others.'
      }
      confirm={approves ? 'Approve' : 'Turn down'}
      withoutReason={approves}
      busy={approve.busy || decline.busy}
      error={approve.error ?? decline.error}
      onConfirm={(reason) => void send(reason)}
      onClose={onClose}
    >
      <ExemptionCoverage covered={coveredByRow(row)} />
    </ReasonModal>
  );
}
