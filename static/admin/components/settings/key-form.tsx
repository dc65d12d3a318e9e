import { Stack } from '@forge/react';
import React, { useState } from 'react';
import type { SettingsView } from '../../../../src/contract/settings-replies';
import { announce } from '../../hooks/announce';
import { useSession } from '../../hooks/session-context';
import { useAction } from '../../hooks/use-action';
import { toPickerDay } from '../../view-models/dates';
import type { KeyForm as Form } from '../../view-models/key-form';
import { keyErrors, keyPayload } from '../../view-models/key-form';
import { DayInput, TextInput } from '../fields';
import { Subheading } from '../panel';
import { SaveBar } from './save-bar';

const EMPTY: Form = { key: '', createdBy: '', expires: '' };

interface KeyFormProps {
  readonly isReplacing: boolean;
  readonly onSaved: (settings: SettingsView) => void;
}

/** Takes a new key. It leaves this page once and comes back never. */
export function KeyForm({ isReplacing, onSaved }: KeyFormProps) {
  const { now } = useSession();
  const [form, setForm] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const [saved, setSaved] = useState(0);
  const save = useAction('save-org-key');
  const errors = keyErrors(form, now);
  const shown = tried ? errors : {};
  const send = async (): Promise<void> => {
    setTried(true);
    if (Object.keys(errors).length > 0) return;
    const after = await save.run(keyPayload(form));
    if (after === null) return;
    setForm(EMPTY);
    setTried(false);
    setSaved(saved + 1);
    onSaved(after);
    announce('Organization key stored', 'Its abilities are shown above. Scan now, to read with it.');
  };
  return (
    <Stack key={String(saved)} space="space.150">
      <Subheading>{isReplacing ? 'Replace the key' : 'Store a key'}</Subheading>
      <TextInput
        id="org-key"
        label="API key"
        type="password"
        help="Created in Atlassian Administration under Settings, API keys. It needs no scopes: with some, it cannot read all that a scan needs."
        isRequired
        error={shown.key}
        start=""
        onText={(key) => setForm({ ...form, key })}
      />
      <TextInput
        id="org-key-created-by"
        label="Created by"
        help="Who made the key. Kept in the evidence."
        start=""
        onText={(createdBy) => setForm({ ...form, createdBy })}
      />
      <DayInput
        id="org-key-expires"
        label="Expires"
        help="SeatTrace warns before that day."
        error={shown.expires}
        value={form.expires}
        earliest={toPickerDay(now)}
        onDay={(expires) => setForm({ ...form, expires })}
      />
      <SaveBar
        label={isReplacing ? 'Replace key' : 'Store key'}
        mayChange
        busy={save.busy}
        error={save.error}
        onSave={() => void send()}
      />
    </Stack>
  );
}
