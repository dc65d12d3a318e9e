import { Button, Lozenge, ModalTransition, Stack, Text, User } from '@forge/react';
import React, { useState } from 'react';
import { useSession } from '../../hooks/session-context';
import type { PolicyForm } from '../../view-models/policy-form';
import type { ExemptionRow } from '../../view-models/settings';
import { exemptionRows } from '../../view-models/settings';
import { DataTable } from '../data-table';
import { Subheading } from '../panel';
import { Sentence } from '../rich-text';
import { ExemptionModal } from './exemption-modal';

const COLUMNS = [
  { key: 'match', title: 'Covers', width: 24 },
  { key: 'product', title: 'Product', width: 14 },
  { key: 'expires', title: 'Until', width: 18 },
  { key: 'owner', title: 'Owner', width: 14 },
  { key: 'reason', title: 'Reason', width: 18 },
  { key: 'actions', title: 'Actions', width: 12 },
];

interface ExemptionsPanelProps {
  readonly exemptions: PolicyForm['exemptions'];
  readonly mayChange: boolean;
  readonly onExemptions: (exemptions: PolicyForm['exemptions']) => void;
}

/** Standing rules that leave seats alone until a day. They take effect when the policy is saved. */
export function ExemptionsPanel({ exemptions, mayChange, onExemptions }: ExemptionsPanelProps) {
  const { now } = useSession();
  const [adding, setAdding] = useState(false);
  return (
    <Stack space="space.100" alignInline="start">
      <Subheading>Exemptions</Subheading>
      <DataTable
        label="Exemptions"
        columns={COLUMNS}
        empty="No exemption. Every seat is judged by the rules above."
        rows={exemptionRows(exemptions, now).map((row) => ({
          key: row.key,
          cells: [
            <Covers key="match" row={row} />,
            row.product,
            <Stack key="expires" alignInline="start">
              <Text>{row.expires}</Text>
              {row.expired ? <Lozenge appearance="moved">Expired</Lozenge> : null}
            </Stack>,
            <Sentence key="owner" text={row.owner} />,
            <Sentence key="reason" text={row.reason} />,
            mayChange ? (
              <Button
                key="actions"
                spacing="compact"
                appearance="subtle"
                onClick={() => onExemptions(exemptions.filter((_, index) => String(index) !== row.key))}
              >
                Take out
              </Button>
            ) : (
              ''
            ),
          ],
        }))}
      />
      {mayChange ? <Button onClick={() => setAdding(true)}>Add exemption</Button> : null}
      <ModalTransition>
        {adding ? (
          <ExemptionModal
            onClose={() => setAdding(false)}
            onAdd={(exemption) => {
              setAdding(false);
              onExemptions([...exemptions, exemption]);
            }}
          />
        ) : null}
      </ModalTransition>
    </Stack>
  );
}

function Covers({ row }: { readonly row: ExemptionRow }) {
  return row.accountId === '' ? <Text>{row.match}</Text> : <User accountId={row.accountId} />;
}
