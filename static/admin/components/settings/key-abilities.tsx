import { Inline, LoadingButton, Lozenge, SectionMessage, Stack, Text } from '@forge/react';
import React from 'react';
import type { SettingsView } from '../../../../src/contract/settings-replies';
import { announce } from '../../hooks/announce';
import { useSession } from '../../hooks/session-context';
import { useAction } from '../../hooks/use-action';
import type { AbilityRow } from '../../view-models/settings';
import { abilitiesInWords, abilityRows, keyWarning } from '../../view-models/settings';
import { DataTable } from '../data-table';
import { ActionError } from '../reply-message';

const COLUMNS = [
  { key: 'ability', title: 'Ability', width: 24 },
  { key: 'works', title: 'Now', width: 26 },
  { key: 'without', title: 'Without it', width: 50 },
];

interface KeyAbilitiesProps {
  readonly settings: SettingsView;
  readonly onChecked: (settings: SettingsView) => void;
}

/** What the key can read, what each missing ability costs, and when the key expires; tried again by a button. */
export function KeyAbilities({ settings, onChecked }: KeyAbilitiesProps) {
  const { now } = useSession();
  const check = useAction('check-org-key');
  const { orgKey, mayChange } = settings;
  const warning = keyWarning(orgKey, now);
  const send = async (): Promise<void> => {
    const after = await check.run({});
    if (after === null) return;
    onChecked(after);
    announce('Key checked', `${abilitiesInWords(after.orgKey)}.`);
  };
  return (
    <Stack space="space.150">
      {warning === null ? null : (
        <SectionMessage appearance="warning" title={warning.title}>
          <Text>{warning.text}</Text>
        </SectionMessage>
      )}
      <DataTable
        label="Abilities of the key"
        columns={COLUMNS}
        empty="No ability has been tried yet."
        rows={abilityRows(orgKey).map((row) => ({
          key: row.key,
          cells: [row.ability, <Works key="works" row={row} />, row.without],
        }))}
      />
      <ActionError error={check.error} />
      {orgKey.present && mayChange ? (
        <Inline>
          <LoadingButton isLoading={check.busy} onClick={() => void send()}>
            Check the key again
          </LoadingButton>
        </Inline>
      ) : null}
    </Stack>
  );
}

function Works({ row }: { readonly row: AbilityRow }) {
  return (
    <Stack space="space.050" alignInline="start">
      <Lozenge appearance={row.appearance}>{row.label}</Lozenge>
      {row.note === '' ? null : <Text size="small">{row.note}</Text>}
    </Stack>
  );
}
