import { Box, Button, Inline, UserPicker, xcss } from '@forge/react';
import React, { useEffect, useRef, useState } from 'react';
import { useNavigation } from '../hooks/navigation-context';
import type { Choice } from '../view-models/input';
import { peopleOf } from '../view-models/input';
import { isFiltered } from '../view-models/seats';
import { ChoiceInput, TextInput } from './fields';

const filterStyle = xcss({ minWidth: '180px' });
/** Pause in typing after which the list is asked for. */
const PAUSE_MS = 400;
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

interface FilterTextProps {
  readonly name: string;
  readonly label: string;
  readonly placeholder: string;
}

/** A filter to type; it is asked for once the typing pauses. What else changes the URL shows in the field. */
export function FilterText({ name, label, placeholder }: FilterTextProps) {
  const { filters, filter } = useNavigation();
  const shown = filters[name] ?? '';
  const asked = useRef(shown);
  const pause = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (shown === asked.current) return;
    asked.current = shown;
    setRound((before) => before + 1);
  }, [shown]);
  const ask = (text: string): void => {
    clearTimeout(pause.current);
    pause.current = setTimeout(() => {
      asked.current = text.trim();
      filter({ [name]: asked.current });
    }, PAUSE_MS);
  };
  return (
    <Box xcss={filterStyle}>
      <TextInput
        key={String(round)}
        id={`filter-${name}`}
        label={label}
        start={shown}
        placeholder={placeholder}
        onText={ask}
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

/** "Clear filters" stays, also without filters: the focus could go nowhere if the button went away after its use. */
export function FilterBar({ names, children }: FilterBarProps) {
  const { filters, filter } = useNavigation();
  const clear = (): void => {
    if (isFiltered(filters, names)) filter(Object.fromEntries(names.map((name) => [name, ''])));
  };
  return (
    <Inline space="space.150" rowSpace="space.100" alignBlock="end" shouldWrap>
      {children}
      <Button appearance="subtle" onClick={clear}>
        Clear filters
      </Button>
    </Inline>
  );
}
