import { Text } from '@forge/react';
import React, { useState } from 'react';
import { useSession } from '../../hooks/session-context';
import { pickerDayAfter } from '../../view-models/dates';
import type { ExemptionForm } from '../../view-models/policy-form';
import { exemptionErrors, toExemption } from '../../view-models/policy-form';
import type { PolicyForm } from '../../view-models/policy-form';
import { FormDialog } from '../dialog';
import { ExemptionFields } from './exemption-fields';

/** How long an exemption is proposed for, in days. */
const FIRST_DAYS = 180;

interface ExemptionModalProps {
  readonly onClose: () => void;
  readonly onAdd: (exemption: PolicyForm['exemptions'][number]) => void;
}

/** One more exemption, with owner, reason and end: none of them lasts for ever. */
export function ExemptionModal({ onClose, onAdd }: ExemptionModalProps) {
  const { now } = useSession();
  const [tried, setTried] = useState(false);
  const [form, setForm] = useState<ExemptionForm>({
    kind: 'account',
    value: '',
    product: '',
    expires: pickerDayAfter(now, FIRST_DAYS),
    reason: '',
    owner: '',
    control: '',
  });
  const errors = exemptionErrors(form, now);
  const shown = tried ? errors : {};
  const add = (): void => {
    setTried(true);
    const exemption = toExemption(form);
    if (exemption !== null && Object.keys(errors).length === 0) onAdd(exemption);
  };
  return (
    <FormDialog title="Add an exemption" confirm="Add to policy" onClose={onClose} onConfirm={add}>
      <Text>It takes effect when you save the policy, and ends on its day by itself.</Text>
      <ExemptionFields form={form} errors={shown} onForm={setForm} />
    </FormDialog>
  );
}
