import { Stack } from '@forge/react';
import React from 'react';
import type { Snapshot } from '../../view-models/contract-types';
import { counted } from '../../view-models/counts';
import { DataTable } from '../data-table';
import { Panel, Subheading } from '../panel';
import { SentenceList } from '../rich-text';

const COLUMNS = [
  { key: 'product', title: 'Product' },
  { key: 'why', title: 'Why it is left out' },
  { key: 'accounts', title: 'Accounts with access' },
];

/** What this site's figures leave out, and what was not looked at. */
export function ScopePanel({ snapshot }: { readonly snapshot: Snapshot }) {
  return (
    <Panel title="Outside scope" description="Named here so that nothing is left out silently.">
      <DataTable
        label="Outside scope"
        columns={COLUMNS}
        empty="No product of this site is left out."
        rows={snapshot.outsideScope.map(({ product, name, why, accounts }) => ({
          key: product,
          cells: [name, why, counted(accounts, 'account')],
        }))}
      />
      <Stack space="space.050">
        <Subheading>Other sites of the organization, not reviewed here</Subheading>
        <SentenceList
          texts={snapshot.otherSites}
          none={snapshot.mode === 'org-key' ? 'None found.' : 'Not known without an organization key.'}
        />
      </Stack>
    </Panel>
  );
}
