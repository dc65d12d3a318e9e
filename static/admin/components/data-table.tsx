import { DynamicTable, Text } from '@forge/react';
import React from 'react';

export interface Column {
  readonly key: string;
  readonly title: string;
  /** In percent. */
  readonly width?: number;
}

export interface TableRow {
  readonly key: string;
  /** Cells in the order of the columns. */
  readonly cells: readonly React.ReactNode[];
  readonly isHighlighted?: boolean;
}

interface DataTableProps {
  readonly label: string;
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  readonly isLoading?: boolean;
  /** Said in place of rows. */
  readonly empty: string;
}

/** A table whose rows the caller has sorted and cut. Cells are UI Kit elements or components without hooks. */
export function DataTable({ label, columns, rows, isLoading, empty }: DataTableProps) {
  return (
    <DynamicTable
      label={label}
      isLoading={isLoading === true}
      head={{
        cells: columns.map(({ key, title, width }) => ({
          key,
          content: title,
          ...(width === undefined ? {} : { width }),
        })),
      }}
      rows={rows.map(({ key, cells, isHighlighted }) => ({
        key,
        isHighlighted: isHighlighted === true,
        cells: cells.map((content, index) => ({ key: columns[index]?.key ?? String(index), content })),
      }))}
      emptyView={<Text>{empty}</Text>}
    />
  );
}
