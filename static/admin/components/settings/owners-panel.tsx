import { Inline, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { SettingsView } from '../../../../src/contract/settings-replies';
import { announce } from '../../hooks/announce';
import { useAction } from '../../hooks/use-action';
import { capitalised } from '../../view-models/counts';
import { OWNER_LABELS, OWNER_MEANINGS } from '../../view-models/labels';
import type { OwnerEntry } from '../../view-models/owners-form';
import { changeOwner, ownersForm, ownersPayload } from '../../view-models/owners-form';
import { PeopleInput, TextInput } from '../fields';
import { Panel } from '../panel';
import { SaveBar } from './save-bar';

interface OwnersPanelProps {
  readonly settings: SettingsView;
  readonly onSaved: (settings: SettingsView) => void;
}

/** The register of owners: whom a route-out asks. */
export function OwnersPanel({ settings, onSaved }: OwnersPanelProps) {
  const [form, setForm] = useState(() => ownersForm(settings));
  const save = useAction('save-owners');
  const isDisabled = !settings.mayChange;
  const send = async (): Promise<void> => {
    const after = await save.run(ownersPayload(form));
    if (after === null) return;
    onSaved(after);
    announce('Owners saved', 'New handoffs go to them. Handoffs that are open keep their owner.');
  };
  return (
    <Panel
      title="Owners"
      description="Whom a route-out asks. A class without a contact goes to the fallback."
    >
      <Stack space="space.200">
        {form.owners.map((owner) => (
          <OwnerFields
            key={owner.class}
            owner={owner}
            isDisabled={isDisabled}
            onChange={(change) => setForm(changeOwner(form, owner.class, change))}
          />
        ))}
        <TextInput
          id="owner-fallback"
          label="Fallback"
          help="Takes what has no owner, and what would ask somebody about their own seat."
          isDisabled={isDisabled}
          start={form.fallback}
          onText={(fallback) => setForm({ ...form, fallback })}
        />
        <SaveBar
          label="Save owners"
          mayChange={settings.mayChange}
          busy={save.busy}
          error={save.error}
          onSave={() => void send()}
        />
      </Stack>
    </Panel>
  );
}

interface OwnerFieldsProps {
  readonly owner: OwnerEntry;
  readonly isDisabled: boolean;
  readonly onChange: (change: Partial<OwnerEntry>) => void;
}

function OwnerFields({ owner, isDisabled, onChange }: OwnerFieldsProps) {
  const title = capitalised(OWNER_LABELS[owner.class]);
  return (
    <Stack space="space.050">
      <Text weight="medium">{`${title}: ${OWNER_MEANINGS[owner.class]}`}</Text>
      <Inline space="space.200" alignBlock="start" shouldWrap>
        <TextInput
          id={`owner-${owner.class}`}
          label={`Contact for ${OWNER_LABELS[owner.class]}`}
          placeholder="A name, a team or a mail address"
          isDisabled={isDisabled}
          start={owner.contact}
          onText={(contact) => onChange({ contact })}
        />
        <PeopleInput
          id={`owner-account-${owner.class}`}
          label="Their account"
          help="Optional. Keeps people from being asked about themselves."
          people={owner.accountId === '' ? [] : [owner.accountId]}
          isMulti={false}
          isDisabled={isDisabled}
          onPeople={(people) => onChange({ accountId: people[0] ?? '' })}
        />
      </Inline>
    </Stack>
  );
}
