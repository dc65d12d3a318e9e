import { Stack, Text } from '@forge/react';
import React from 'react';
import type { SeatDetail } from '../../../../src/contract/seat-replies';
import { useSession } from '../../hooks/session-context';
import { accountInWords, factRows } from '../../view-models/seat-detail';
import { DataTable } from '../data-table';
import { Subheading } from '../panel';
import { Sentence, SentenceList } from '../rich-text';

const COLUMNS = [
  { key: 'fact', title: 'Fact', width: 22 },
  { key: 'value', title: 'Value', width: 36 },
  { key: 'source', title: 'Source', width: 20 },
  { key: 'age-at-scan', title: 'Age at the scan', width: 12 },
  { key: 'age-now', title: 'Age now', width: 10 },
];

/** Every fact as it was read, and what the verdict makes of the account. */
export function SeatFacts({ seat }: { readonly seat: SeatDetail }) {
  const { now } = useSession();
  return (
    <Stack space="space.100">
      <Subheading>Facts, their source and age</Subheading>
      <SentenceList texts={accountInWords(seat)} none="Nothing is known of the account." />
      <DataTable
        label="Facts"
        columns={COLUMNS}
        empty="No fact is recorded for this seat. Scan again from the Overview."
        rows={factRows(seat, now).map(({ key, label, value, limits, source, ageAtScan, ageNow }) => ({
          key,
          cells: [
            <Sentence key="label" text={label} />,
            <Stack key="value" space="space.025">
              <Sentence text={value} />
              {limits === '' ? null : (
                <Text size="small" color="color.text.subtle">
                  {limits}
                </Text>
              )}
            </Stack>,
            source,
            ageAtScan,
            ageNow,
          ],
        }))}
      />
    </Stack>
  );
}
