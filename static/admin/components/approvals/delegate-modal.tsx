import { Text } from '@forge/react';
import React, { useState } from 'react';
import type { DelegationRow } from '../../../../src/contract/review-replies';
import { announce } from '../../hooks/announce';
import { useSession } from '../../hooks/session-context';
import { useAction } from '../../hooks/use-action';
import {
  delegationErrors,
  delegationPayload,
  emptyDelegation,
  lastDayToDelegate,
} from '../../view-models/delegation';
import { pickerDayAfter } from '../../view-models/dates';
import { FormDialog } from '../dialog';
import { DayInput, LongTextInput, PeopleInput } from '../fields';

interface DelegateModalProps {
  readonly onClose: () => void;
  readonly onDelegated: (rows: readonly DelegationRow[]) => void;
}

/** Chooses who approves in one's own place, until which day, and why. */
export function DelegateModal({ onClose, onDelegated }: DelegateModalProps) {
  const { now, accountId } = useSession();
  const [form, setForm] = useState(emptyDelegation);
  const [tried, setTried] = useState(false);
  const delegate = useAction('delegate-approvals');
  const errors = delegationErrors(form, accountId);
  const shown = tried ? errors : {};
  const send = async (): Promise<void> => {
    setTried(true);
    const payload = delegationPayload(form, accountId);
    if (payload === null) return;
    const rows = await delegate.run(payload);
    if (rows === null) return;
    onClose();
    onDelegated(rows);
    announce('Approvals delegated', 'You approve as before, too. Either of you can end it earlier.');
  };
  return (
    <FormDialog
      title="Delegate your approvals"
      confirm="Delegate"
      busy={delegate.busy}
      error={delegate.error}
      onClose={onClose}
      onConfirm={() => void send()}
    >
      <Text>
        The person approves and returns lines of reviews in your place, and the record names both of you.
        Exemptions, sign-off and acknowledgements stay with you.
      </Text>
      <PeopleInput
        id="delegate"
        label="Who approves in your place"
        help="Somebody who is no approver yet."
        people={form.to === '' ? [] : [form.to]}
        onPeople={([to = '']) => setForm({ ...form, to })}
        isMulti={false}
        isDisabled={false}
        error={shown.to}
      />
      <DayInput
        id="delegate-until"
        label="Until"
        help="On this day it ends by itself."
        isRequired
        value={form.until}
        earliest={pickerDayAfter(now, 1)}
        latest={lastDayToDelegate(now)}
        error={shown.until}
        onDay={(until) => setForm({ ...form, until })}
      />
      <LongTextInput
        id="delegate-reason"
        label="Reason"
        help="Kept in the evidence with your name."
        isRequired
        start=""
        error={shown.reason}
        onText={(reason) => setForm({ ...form, reason })}
      />
    </FormDialog>
  );
}
