import { Button, DynamicTable, EmptyState, Inline, Lozenge, Pagination, Text, User } from '@forge/react';
import { useState } from 'react';
import { Section } from './section';

const head = {
  cells: [
    { key: 'group', content: 'Group', isSortable: true },
    { key: 'seats', content: 'Seats', isSortable: true },
    { key: 'verdict', content: 'Verdict' },
    { key: 'owner', content: 'Owner' },
  ],
};

const rows = Array.from({ length: 23 }, (_, index) => ({
  key: `row-${String(index)}`,
  cells: [
    { key: `group-${String(index).padStart(2, '0')}`, content: `group-${String(index).padStart(2, '0')}` },
    { key: index * 3, content: String(index * 3) },
    {
      key: index % 2 === 0 ? 'active' : 'split',
      content: (
        <Lozenge appearance={index % 2 === 0 ? 'success' : 'moved'}>
          {index % 2 === 0 ? 'Active' : 'Split'}
        </Lozenge>
      ),
    },
    { key: 'owner', content: <User accountId="712020:00000000-0000-4000-8000-000000000001" /> },
  ],
}));

export function TableSection() {
  const [page, setPage] = useState(2);
  const [isLoading, setIsLoading] = useState(false);
  return (
    <Section title="Tables">
      <Inline space="space.100" alignBlock="center">
        <Text>Page {page}</Text>
        <Button onClick={() => setPage(1)}>First page</Button>
        <Button onClick={() => setIsLoading(!isLoading)}>Toggle loading</Button>
      </Inline>
      <DynamicTable
        caption="Groups"
        head={head}
        rows={rows}
        rowsPerPage={5}
        page={page}
        onSetPage={setPage}
        defaultSortKey="seats"
        defaultSortOrder="DESC"
        isLoading={isLoading}
        highlightedRowIndex={[1]}
      />
      <DynamicTable
        head={head}
        rows={[]}
        emptyView={<EmptyState header="No seats here" description="Nothing matches the filter." />}
      />
      <Pagination
        pages={[1, 2, 3, 4, 5, 6, 7, 8, 9]}
        selectedIndex={page - 1}
        onChange={(_event, next) => setPage(Number(next))}
      />
    </Section>
  );
}
