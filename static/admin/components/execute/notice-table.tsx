import { Lozenge, Stack, Text, User } from '@forge/react';
import React, { useState } from 'react';
import type { NoticeView } from '../../../../src/contract/notice-replies';
import { NOTICE_APPEARANCE, NOTICE_LABELS, noticeRows } from '../../view-models/notice';
import { PAGE_SIZE } from '../../view-models/seats';
import { DataTable } from '../data-table';
import { PagerOf } from '../pager';
import { Sentence } from '../rich-text';

const COLUMNS = [
  { key: 'person', title: 'Person', width: 20 },
  { key: 'products', title: 'Seats', width: 18 },
  { key: 'how', title: 'Notice', width: 16 },
  { key: 'when', title: 'When, and why not', width: 38 },
  { key: 'lines', title: 'Lines', width: 8 },
];

/** Each person concerned; what needs somebody stands first. */
export function NoticeTable({ notice }: { readonly notice: NoticeView }) {
  const [offset, setOffset] = useState(0);
  const rows = noticeRows(notice);
  const start = offset < rows.length ? offset : 0;
  const shown = rows.slice(start, start + PAGE_SIZE);
  return (
    <>
      <DataTable
        label="People concerned"
        columns={COLUMNS}
        empty="Nobody is concerned."
        rows={shown.map(({ key, accountId, products, how, when, text, lines }) => ({
          key,
          cells: [
            <User key="person" accountId={accountId} />,
            products,
            <Lozenge key="how" appearance={NOTICE_APPEARANCE[how]}>
              {NOTICE_LABELS[how]}
            </Lozenge>,
            <Stack key="when" space="space.050">
              {when === '' ? null : <Text>{when}</Text>}
              {text === '' ? null : <Sentence size="small" isSubtle text={text} />}
            </Stack>,
            lines,
          ],
        }))}
      />
      {rows.length > PAGE_SIZE ? (
        <PagerOf offset={start} shown={shown.length} total={rows.length} unit="person" onOffset={setOffset} />
      ) : null}
    </>
  );
}
