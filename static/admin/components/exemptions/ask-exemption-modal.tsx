import { Text } from '@forge/react';
import React, { useState } from 'react';
import type { ExemptionList } from '../../../../src/contract/exemption-replies';
import { announce } from '../../hooks/announce';
import { useSession } from '../../hooks/session-context';
import { useAction } from '../../hooks/use-action';
import {
  coveredBy,
  emptyExemption,
  exemptionErrors,
  exemptionPayload,
} from '../../view-models/exemption-form';
import { FormDialog } from '../dialog';
import { ExemptionCoverage } from './exemption-coverage';
import { ExemptionFields } from './exemption-fields';

interface AskExemptionModalProps {
  readonly groups: ExemptionList['groups'];
  readonly onClose: () => void;
  readonly onAsked: (list: ExemptionList) => void;
}

/** Asks for an exemption. Whom it covers is shown first: nobody asks blindly. */
export function AskExemptionModal({ groups, onClose, onAsked }: AskExemptionModalProps) {
  const { now } = useSession();
  const [form, setForm] = useState(() => emptyExemption(now));
  const [tried, setTried] = useState(false);
  const [shown, setShown] = useState('');
  const ask = useAction('ask-exemption');
  const errors = exemptionErrors(form, now);
  const covered = coveredBy(form);
  const isShown = covered !== null && shown === JSON.stringify(covered);
  const send = async (): Promise<void> => {
    if (covered !== null && !isShown) return setShown(JSON.stringify(covered));
    setTried(true);
    const payload = exemptionPayload(form);
    if (payload === null || Object.keys(errors).length > 0) return;
    const list = await ask.run(payload);
    if (list === null) return;
    onClose();
    onAsked(list);
    announce('Exemption asked for', 'It counts once somebody else has approved it on the Approvals page.');
  };
  return (
    <FormDialog
      title="Ask for an exemption"
      confirm={isShown ? 'Ask for approval' : 'Show what it covers'}
      busy={ask.busy}
      error={ask.error}
      onClose={onClose}
      onConfirm={() => void send()}
    >
      <Text>
        It counts once an approver agrees who neither asks for it, nor owns it, nor is covered by it. On its
        day it ends by itself, and its seats are judged like others again.
      </Text>
      <ExemptionFields form={form} groups={groups} errors={tried ? errors : {}} onForm={setForm} />
      {isShown ? <ExemptionCoverage covered={covered} /> : null}
    </FormDialog>
  );
}
