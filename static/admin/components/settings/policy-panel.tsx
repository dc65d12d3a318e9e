import { Stack } from '@forge/react';
import React, { useState } from 'react';
import type { SettingsView } from '../../../../src/contract/settings-replies';
import { announce } from '../../hooks/announce';
import { useAction } from '../../hooks/use-action';
import { policyErrors, policyForm, policyPayload } from '../../view-models/policy-form';
import { Panel } from '../panel';
import { PolicyEffect } from './policy-effect';
import { PolicyFields } from './policy-fields';
import { SaveBar } from './save-bar';

interface PolicyPanelProps {
  readonly settings: SettingsView;
  readonly onSaved: (settings: SettingsView) => void;
}

/** When a seat counts as unused, and what makes a name look technical. */
export function PolicyPanel({ settings, onSaved }: PolicyPanelProps) {
  const [form, setForm] = useState(() => policyForm(settings));
  const [tried, setTried] = useState(false);
  const save = useAction('save-policy');
  const errors = policyErrors(form);
  const send = async (): Promise<void> => {
    setTried(true);
    const payload = policyPayload(form, settings);
    if (payload === null || Object.keys(errors).length > 0) return;
    const after = await save.run(payload);
    if (after === null) return;
    onSaved(after);
    announce(
      'Policy saved',
      'It holds from the next scan. A review that is open keeps the policy it opened with.',
    );
  };
  return (
    <Panel title="Policy" description="An open review keeps the policy that it opened with.">
      <Stack space="space.200">
        <PolicyFields
          form={form}
          errors={tried ? errors : {}}
          isDisabled={!settings.mayChange}
          onForm={setForm}
        />
        <PolicyEffect policy={Object.keys(errors).length === 0 ? policyPayload(form, settings) : null} />
        <SaveBar
          label="Save policy"
          mayChange={settings.mayChange}
          busy={save.busy}
          error={save.error}
          onSave={() => void send()}
        />
      </Stack>
    </Panel>
  );
}
