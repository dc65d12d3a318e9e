import { Button, ButtonGroup, Lozenge, ModalTransition, Stack, Text, User } from '@forge/react';
import React, { useState } from 'react';
import type { SettingsView } from '../../../../src/contract/settings-replies';
import { announce } from '../../hooks/announce';
import { useSession } from '../../hooks/session-context';
import { useAction } from '../../hooks/use-action';
import { dayWithAge } from '../../view-models/dates';
import { exportInWords } from '../../view-models/user-export';
import { Panel } from '../panel';
import { ReasonModal } from '../reason-modal';
import { ImportExportModal } from './import-export-modal';

const STATES = {
  counts: { label: 'Counts', appearance: 'success' },
  old: { label: 'Too old', appearance: 'moved' },
  none: { label: 'None', appearance: 'default' },
  'not-used': { label: 'Not needed', appearance: 'default' },
} as const;

interface ExportPanelProps {
  readonly settings: SettingsView;
  readonly onSaved: (settings: SettingsView) => void;
}

/** The user export that scans go by while no organization key is stored. */
export function ExportPanel({ settings, onSaved }: ExportPanelProps) {
  const { now } = useSession();
  const [open, setOpen] = useState<'import' | 'remove' | null>(null);
  const { userExport, mayChange } = settings;
  const { text, state } = exportInWords(settings, now);
  return (
    <Panel
      title="User export"
      description="Without an organization key, the user export of Atlassian Administration (Directory, Users, Export users) tells when people joined and what they used."
      actions={mayChange ? <Actions has={userExport !== null} onOpen={setOpen} /> : undefined}
    >
      <Stack space="space.100" alignInline="start">
        <Lozenge appearance={STATES[state].appearance}>{STATES[state].label}</Lozenge>
        <Text>{text}</Text>
        {userExport === null ? null : (
          <Text>
            {'Imported by '}
            <User accountId={userExport.importedBy} />
            {`, ${dayWithAge(userExport.importedAt, now)}`}
          </Text>
        )}
      </Stack>
      <ModalTransition>
        {open === 'import' ? <ImportExportModal onClose={() => setOpen(null)} onImported={onSaved} /> : null}
        {open === 'remove' ? <RemoveExport onClose={() => setOpen(null)} onRemoved={onSaved} /> : null}
      </ModalTransition>
    </Panel>
  );
}

function Actions({
  has,
  onOpen,
}: {
  readonly has: boolean;
  readonly onOpen: (what: 'import' | 'remove') => void;
}) {
  return (
    <ButtonGroup>
      {has ? (
        <Button appearance="subtle" onClick={() => onOpen('remove')}>
          Remove export
        </Button>
      ) : null}
      <Button onClick={() => onOpen('import')}>{has ? 'Import a newer export' : 'Import an export'}</Button>
    </ButtonGroup>
  );
}

interface RemoveExportProps {
  readonly onClose: () => void;
  readonly onRemoved: (settings: SettingsView) => void;
}

function RemoveExport({ onClose, onRemoved }: RemoveExportProps) {
  const remove = useAction('remove-user-export');
  const send = async (reason: string): Promise<void> => {
    const after = await remove.run({ reason });
    if (after === null) return;
    onClose();
    onRemoved(after);
    announce('User export removed', 'From the next scan on, last use is unknown again.', 'warning');
  };
  return (
    <ReasonModal
      title="Remove the user export"
      text="Its rows are deleted. Scans that were made with it stay as they are; from the next one on, last use is unknown."
      confirm="Remove export"
      danger
      busy={remove.busy}
      error={remove.error}
      onConfirm={(reason) => void send(reason)}
      onClose={onClose}
    />
  );
}
