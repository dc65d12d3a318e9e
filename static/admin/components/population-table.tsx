import { Lozenge, Stack, Text } from '@forge/react';
import React from 'react';
import type { PopulationView } from '../view-models/population';
import { DataTable } from './data-table';

const COLUMNS = [
  { key: 'product', title: 'Product' },
  { key: 'ours', title: 'Found by the scan' },
  { key: 'reported', title: 'Reported by Atlassian' },
  { key: 'explained', title: 'Explained by named accounts' },
  { key: 'result', title: 'Result' },
];

interface PopulationTableProps {
  readonly rows: readonly PopulationView[];
  /** What stands below the result of a product, such as who acknowledged it. */
  readonly below?: (product: string) => React.ReactNode;
}

/** Seats found against seats that Atlassian reports; what no named account explains stands out. */
export function PopulationTable({ rows, below }: PopulationTableProps) {
  return (
    <DataTable
      label="Population proof"
      columns={COLUMNS}
      empty="No product reports a count of its own."
      rows={rows.map((row) => ({
        key: row.product,
        cells: [
          row.name,
          row.ours,
          <Stack key="reported">
            <Text>{row.reported}</Text>
            <Text size="small" color="color.text.subtle">
              {row.source}
            </Text>
          </Stack>,
          row.explained,
          <Stack key="result" space="space.050" alignInline="start">
            <Lozenge appearance={row.unexplained === 0 ? 'success' : 'moved'} maxWidth="320px">
              {row.result}
            </Lozenge>
            {below?.(row.product)}
          </Stack>,
        ],
      }))}
    />
  );
}
