import React, { useState } from 'react';
import type { CycleView, LineRow } from '../../../../src/contract/review-replies';
import { announce } from '../../hooks/announce';
import type { ReplyError } from '../../hooks/call-resolver';
import { useSession } from '../../hooks/session-context';
import { useAction } from '../../hooks/use-action';
import { counted } from '../../view-models/counts';
import { afterDecision, decisionErrors, decisionPayload, firstForm } from '../../view-models/decision-form';
import { DECISION_LABELS } from '../../view-models/labels';
import { FormDialog } from '../dialog';
import { DecisionFields } from './decision-fields';
import { Recommendation } from './recommendation';

interface DecideModalProps {
  readonly cycleId: string;
  readonly lines: readonly LineRow[];
  readonly onClose: () => void;
  readonly onDone: (cycle: CycleView) => void;
  readonly onStale: (error: ReplyError) => void;
}

/** One decision for one line, or for lines alike. The recommendation comes first, with its reason. */
export function DecideModal({ cycleId, lines, onClose, onDone, onStale }: DecideModalProps) {
  const { now } = useSession();
  const [form, setForm] = useState(() => firstForm(lines));
  const [tried, setTried] = useState(false);
  const decide = useAction('decide-lines', onStale);
  const errors = decisionErrors(form, lines, now);

  const send = async (): Promise<void> => {
    setTried(true);
    const payload = decisionPayload(form, { cycleId, lines });
    if (payload === null || Object.keys(errors).length > 0) return;
    const after = await decide.run(payload);
    if (after === null) return;
    onDone(after);
    announce(
      payload.decision === 'not-mine'
        ? `${counted(lines.length, 'line')} handed over`
        : `${counted(lines.length, 'line')} decided: ${DECISION_LABELS[payload.decision].toLowerCase()}`,
      afterDecision(payload.decision),
    );
  };
  return (
    <FormDialog
      title={`Decide ${counted(lines.length, 'line')}`}
      width="large"
      confirm="Save decision"
      busy={decide.busy}
      error={decide.error}
      onClose={onClose}
      onConfirm={() => void send()}
    >
      <Recommendation lines={lines} />
      <DecisionFields form={form} lines={lines} errors={tried ? errors : {}} onForm={setForm} />
    </FormDialog>
  );
}
