import { Text, User } from '@forge/react';
import React from 'react';
import type { SettingsView } from '../../../../src/contract/settings-replies';
import { useSession } from '../../hooks/session-context';
import { dayWithAge } from '../../view-models/dates';
import { DataTable } from '../data-table';
import { Panel } from '../panel';

const COLUMNS = [
  { key: 'group', title: 'Group', width: 40 },
  { key: 'by', title: 'Confirmed by', width: 30 },
  { key: 'at', title: 'When', width: 30 },
];

/** Default groups that somebody confirmed as not synced, so that removals from them may be planned. */
export function ConfirmedGroups({ settings }: { readonly settings: SettingsView }) {
  const { now } = useSession();
  return (
    <Panel
      title="Confirmed groups"
      description="Default groups that a site administrator confirmed as not synced. New ones are confirmed on the Execute page when a plan needs them."
    >
      {settings.confirmedGroups.length === 0 ? (
        <Text>No group is confirmed yet.</Text>
      ) : (
        <DataTable
          label="Confirmed groups"
          columns={COLUMNS}
          empty="No group is confirmed yet."
          rows={settings.confirmedGroups.map(({ id, name, by, at }) => ({
            key: id,
            cells: [name, <User key="by" accountId={by} />, dayWithAge(at, now)],
          }))}
        />
      )}
    </Panel>
  );
}
