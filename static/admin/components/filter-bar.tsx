import { Box, Button, Inline, UserPicker, xcss } from '@forge/react';
import React from 'react';
import { useNavigation } from '../hooks/navigation-context';
import type { Choice } from '../view-models/input';
import { peopleOf } from '../view-models/input';
import { isFiltered } from '../view-models/seats';
import { ChoiceInput } from './fields';

const filterStyle = xcss({ minWidth: '180px' });
const personStyle = xcss({ minWidth: '240px' });

interface FilterSelectProps {
  /** Name of the filter in the URL. */
  readonly name: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  /** Chosen when the URL says nothing; a filter without it can be cleared. */
  readonly otherwise?: string | undefined;
}

/** One filter of the page; what is chosen stands in the URL. */
export function FilterSelect({ name, label, choices, otherwise }: FilterSelectProps) {
  const { filters, filter } = useNavigation();
  return (
    <Box xcss={filterStyle}>
      <ChoiceInput
        id={`filter-${name}`}
        label={label}
        choices={choices}
        value={filters[name] ?? otherwise ?? ''}
        placeholder="All"
        isClearable={otherwise === undefined}
        onChoice={(value) => filter({ [name]: value === otherwise ? '' : value })}
      />
    </Box>
  );
}

/** Finds a person by name; the URL keeps the account id. */
export function PersonFilter() {
  const { filters, filter } = useNavigation();
  const person = filters['person'] ?? '';
  return (
    <Box xcss={personStyle}>
      <UserPicker
        key={person === '' ? 'nobody' : 'somebody'}
        name="filter-person"
        label="Person"
        {...(person === '' ? {} : { defaultValue: person })}
        placeholder="Type a name"
        onChange={(picked: unknown) => filter({ person: peopleOf(picked)[0] ?? '' })}
      />
    </Box>
  );
}

interface FilterBarProps {
  /** Filters that "Clear filters" removes. */
  readonly names: readonly string[];
  readonly children: React.ReactNode;
}

export function FilterBar({ names, children }: FilterBarProps) {
  const { filters, filter } = useNavigation();
  return (
    <Inline space="space.150" rowSpace="space.100" alignBlock="end" shouldWrap>
      {children}
      {isFiltered(filters, names) ? (
        <Button
          appearance="subtle"
          onClick={() => filter(Object.fromEntries(names.map((name) => [name, ''])))}
        >
          Clear filters
        </Button>
      ) : null}
    </Inline>
  );
}
