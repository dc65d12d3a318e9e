import { Button, ModalTransition, Stack, Text, User } from '@forge/react';
import React, { useState } from 'react';
import type { SettingsView } from '../../../../src/contract/settings-replies';
import { useSession } from '../../hooks/session-context';
import { keyFacts } from '../../view-models/settings';
import { Panel } from '../panel';
import { Sentence } from '../rich-text';
import { KeyAbilities } from './key-abilities';
import { KeyForm } from './key-form';
import { RemoveKeyModal } from './remove-key-modal';

interface KeyPanelProps {
  readonly settings: SettingsView;
  readonly onSaved: (settings: SettingsView) => void;
}

/** The organization key: what it can do and what is missing without it. The key itself is never shown. */
export function KeyPanel({ settings, onSaved }: KeyPanelProps) {
  const [removing, setRemoving] = useState(false);
  const { orgKey, mayChange } = settings;
  return (
    <Panel
      title="Organization key"
      description={
        orgKey.present
          ? 'A key is stored. Nobody can read it back.'
          : 'No key is stored: only the Jira family is seen, and last use only as far as a user export tells it. A key would add these abilities.'
      }
      actions={
        orgKey.present && mayChange ? (
          <Button appearance="subtle" onClick={() => setRemoving(true)}>
            Remove key
          </Button>
        ) : undefined
      }
    >
      <KeyFacts orgKey={orgKey} />
      <KeyAbilities settings={settings} onChecked={onSaved} />
      {mayChange ? <KeyForm isReplacing={orgKey.present} onSaved={onSaved} /> : null}
      <ModalTransition>
        {removing ? <RemoveKeyModal onClose={() => setRemoving(false)} onRemoved={onSaved} /> : null}
      </ModalTransition>
    </Panel>
  );
}

/** Whose key it is, who stored it and when it ends. */
function KeyFacts({ orgKey }: { readonly orgKey: SettingsView['orgKey'] }) {
  const { now } = useSession();
  if (!orgKey.present) return null;
  return (
    <Stack space="space.050">
      {keyFacts(orgKey, now).map(({ label, value }) => (
        <Sentence key={label} text={`${label}: ${value}`} />
      ))}
      {orgKey.storedBy === null ? null : (
        <Text>
          {'Stored by: '}
          <User accountId={orgKey.storedBy} />
        </Text>
      )}
    </Stack>
  );
}
