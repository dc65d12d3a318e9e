import { Text } from '@forge/react';
import React, { useState } from 'react';
import type { ReplyError } from '../hooks/call-resolver';
import { FormDialog } from './dialog';
import { LongTextInput } from './fields';

interface ReasonModalProps {
  readonly title: string;
  /** What happens, in full sentences. */
  readonly text: string;
  readonly confirm: string;
  readonly busy: boolean;
  readonly error: ReplyError | null;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
  readonly danger?: boolean;
  /** Confirmed as it is, without a written reason. */
  readonly withoutReason?: boolean;
  readonly children?: React.ReactNode;
}

/** Shortest reason that the back end takes, in characters. */
const SHORTEST_REASON = 3;

/** Asks for a reason, or for a plain yes, before something happens that others must be able to understand later. */
export function ReasonModal(props: ReasonModalProps) {
  const { title, text, confirm, busy, error, onConfirm, onClose, danger, withoutReason, children } = props;
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const send = (): void => {
    if (withoutReason !== true && reason.trim().length < SHORTEST_REASON) return setMissing(true);
    onConfirm(reason.trim());
  };
  return (
    <FormDialog
      title={title}
      confirm={confirm}
      busy={busy}
      error={error}
      danger={danger}
      onClose={onClose}
      onConfirm={send}
    >
      <Text>{text}</Text>
      {children}
      {withoutReason === true ? null : (
        <LongTextInput
          id="reason"
          label="Reason"
          help="Kept in the evidence with your name."
          isRequired
          error={missing && reason.trim().length < SHORTEST_REASON ? 'Write a reason.' : undefined}
          start=""
          onText={setReason}
        />
      )}
    </FormDialog>
  );
}
