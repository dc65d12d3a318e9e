import { Stack, Text, User } from '@forge/react';
import React, { useState } from 'react';
import type { GoneList } from '../../../../src/contract/review-replies';
import { useResolver } from '../../hooks/use-resolver';
import { GONE_LABELS } from '../../view-models/change-labels';
import { beforeInWords } from '../../view-models/lines';
import { PAGE_SIZE } from '../../view-models/seats';
import { DataTable } from '../data-table';
import { ReadingDialog } from '../dialog';
import { PagerOf } from '../pager';
import { Remote } from '../states';

const COLUMNS = [
  { key: 'person', title: 'Person', width: 28 },
  { key: 'product', title: 'Product', width: 18 },
  { key: 'before', title: 'Last review', width: 22 },
  { key: 'why', title: 'Why it is no line now', width: 32 },
];

interface GoneModalProps {
  readonly cycleId: string;
  readonly onClose: () => void;
}

/** Seats of the last signed-off review that are no line now, and why as far as it is known. */
export function GoneModal({ cycleId, onClose }: GoneModalProps) {
  const [offset, setOffset] = useState(0);
  const gone = useResolver('list-gone', { cycleId, offset, limit: PAGE_SIZE });
  return (
    <ReadingDialog title="No line any more" onClose={onClose}>
      <Remote state={gone} what="the seats">
        {(list) => <GoneTable list={list} onOffset={setOffset} />}
      </Remote>
    </ReadingDialog>
  );
}

interface GoneTableProps {
  readonly list: GoneList;
  readonly onOffset: (offset: number) => void;
}

function GoneTable({ list, onOffset }: GoneTableProps) {
  return (
    <Stack space="space.150">
      <Text color="color.text.subtle">
        Seats that had a line in the last signed-off review, as the snapshot of this review shows them.
      </Text>
      <DataTable
        label="Seats without a line"
        columns={COLUMNS}
        empty="No seat that you may see."
        rows={list.rows.map((seat) => ({
          key: `${seat.product}/${seat.accountId}`,
          cells: [
            <User key="person" accountId={seat.accountId} />,
            seat.productName,
            beforeInWords(seat),
            GONE_LABELS[seat.why],
          ],
        }))}
      />
      <PagerOf
        offset={list.offset}
        shown={list.rows.length}
        total={list.total}
        unit="seat"
        onOffset={onOffset}
      />
    </Stack>
  );
}
