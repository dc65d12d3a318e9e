import { Inline, Pagination, Text } from '@forge/react';
import React from 'react';
import { useNavigation } from '../hooks/navigation-context';
import type { Unit } from '../view-models/counts';
import { pageNumberOf } from '../view-models/input';
import { PAGE_SIZE, rangeInWords } from '../view-models/seats';

interface PagerProps {
  readonly offset: number;
  readonly shown: number;
  readonly total: number;
  readonly unit: Unit;
}

/** Which rows are shown, and the other pages. The back end cuts the pages; the URL keeps the offset. */
export function Pager(props: PagerProps) {
  const { filter } = useNavigation();
  return <PagerOf {...props} onOffset={(offset) => filter({ offset: offset === 0 ? '' : String(offset) })} />;
}

/** A pager whose offset is kept by the caller. */
export function PagerOf({
  offset,
  shown,
  total,
  unit,
  onOffset,
}: PagerProps & { readonly onOffset: (offset: number) => void }) {
  const pages = Math.ceil(total / PAGE_SIZE);
  return (
    <Inline spread="space-between" alignBlock="center" space="space.100" shouldWrap>
      <Text color="color.text.subtle">{rangeInWords(offset, shown, total, unit)}</Text>
      {pages < 2 ? null : (
        <Pagination
          pages={Array.from({ length: pages }, (_, index) => index + 1)}
          selectedIndex={Math.floor(offset / PAGE_SIZE)}
          max={7}
          onChange={(_event: unknown, page: unknown) => onOffset((pageNumberOf(page) - 1) * PAGE_SIZE)}
        />
      )}
    </Inline>
  );
}
