import type { DynamicTableProps } from '@atlaskit/forge-react-types';
import type { ComponentProps, ReactElement } from 'react';
import AtlaskitDynamicTable from '@atlaskit/dynamic-table';
import { z } from 'zod';
import type { ForgeDoc } from '../doc/forge-doc';
import { slotNodes } from '../doc/forge-doc';
import type { NodeProps, View } from './node-props';

type AtlaskitProps = ComponentProps<typeof AtlaskitDynamicTable>;
type Head = NonNullable<AtlaskitProps['head']>;
type Row = NonNullable<AtlaskitProps['rows']>[number];
type TableProps = Omit<DynamicTableProps, 'head' | 'rows'>;

const cellSchema = z.looseObject({ cellKey: z.union([z.string(), z.number()]).optional() });
const rowSchema = z.looseObject({ rowKey: z.string().optional() });

/**
 * `@forge/react` sends head and rows as nodes, and renames `key` on the way since React keeps that word for
 * itself; sorting needs it back. Sorting and paging are Atlaskit's own: the app learns of pages alone.
 */
export function DynamicTable({ props: { emptyView, ...props }, nodes, view }: NodeProps<TableProps>) {
  const head = slotNodes(nodes, 'head');
  const rows = slotNodes(nodes, 'rows');
  return (
    <div className="uikit-table">
      <AtlaskitDynamicTable
        {...props}
        {...firstState(props)}
        {...(head.length === 0 ? {} : { head: { cells: head.map((cell) => cellOf(cell, view)) } })}
        rows={rows.map((row) => rowOf(row, view))}
        {...(emptyView === undefined ? {} : { emptyView: wrap(view, emptyView) })}
      />
    </div>
  );
}

function wrap(view: View, value: unknown): ReactElement {
  return <>{view.element(value)}</>;
}

function cellOf(node: ForgeDoc, view: View): Head['cells'][number] {
  const { cellKey, ...props } = cellSchema.parse(node.props);
  return { ...props, ...(cellKey === undefined ? {} : { key: cellKey }), content: view.nodes(node.children) };
}

function rowOf(node: ForgeDoc, view: View): Row {
  const { rowKey, ...props } = rowSchema.parse(node.props);
  return { ...props, key: rowKey ?? node.key, cells: node.children.map((cell) => cellOf(cell, view)) };
}

/** Atlaskit's table looks at `page`, `sortKey` and `sortOrder` only when they change: this is how they begin. */
function firstState(props: TableProps) {
  const page = props.page ?? props.defaultPage;
  const sortKey = props.sortKey ?? props.defaultSortKey;
  const sortOrder = props.sortOrder ?? props.defaultSortOrder;
  return {
    ...(page === undefined ? {} : { defaultPage: page }),
    ...(sortKey === undefined ? {} : { defaultSortKey: sortKey }),
    ...(sortOrder === undefined ? {} : { defaultSortOrder: sortOrder }),
  };
}
