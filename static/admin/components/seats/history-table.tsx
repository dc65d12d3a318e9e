import React from 'react';
import type { SeatHistory } from '../../../../src/contract/seat-replies';
import { formatTime } from '../../view-models/dates';
import { DataTable } from '../data-table';
import { Sentence } from '../rich-text';

const COLUMNS = [
  { key: 'at', title: 'When', width: 18 },
  { key: 'by', title: 'Who', width: 16 },
  { key: 'text', title: 'What', width: 40 },
  { key: 'review', title: 'Review', width: 17 },
  { key: 'sequence', title: 'Record', width: 9 },
];

/** What the ledgers say of a seat, record by record. */
export function HistoryTable({ entries }: Pick<SeatHistory, 'entries'>) {
  return (
    <DataTable
      label="History in all reviews"
      columns={COLUMNS}
      empty="Nothing is recorded."
      rows={entries.map(({ at, by, text, review, sequence }) => ({
        key: `${at}/${review}/${String(sequence)}`,
        cells: [
          formatTime(at),
          <Sentence key="by" text={by === 'app' ? 'SeatTrace' : by} />,
          <Sentence key="text" text={text} />,
          review,
          sequence === null ? 'None' : String(sequence),
        ],
      }))}
    />
  );
}
