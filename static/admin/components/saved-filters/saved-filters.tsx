import { Box, Button, Inline, ModalTransition, SectionMessage, Stack, Text, xcss } from '@forge/react';
import React, { useState } from 'react';
import type { SavedFilterView } from '../../../../src/contract/filter-replies';
import { announce } from '../../hooks/announce';
import { useNavigation } from '../../hooks/navigation-context';
import { useAction } from '../../hooks/use-action';
import { useResolver } from '../../hooks/use-resolver';
import {
  changesTo,
  findSaved,
  savedChoices,
  shownFilter,
  valuesToSave,
  type FilteredList,
} from '../../view-models/saved-filters';
import { ChoiceInput } from '../fields';
import { ActionError } from '../reply-message';
import { Remote } from '../states';
import { CopyLink } from './copy-link';
import { SaveFilterModal } from './save-filter-modal';

const choiceStyle = xcss({ minWidth: '240px' });

/** Filters that the person saved for a list, saving those of the URL, and a link to what the list shows. */
export function SavedFilters({ list }: { readonly list: FilteredList }) {
  const saved = useResolver('list-filters', {});
  return (
    <Remote state={saved} what="your saved filters">
      {(filters) => <SavedFilterBar list={list} saved={filters} put={saved.put} />}
    </Remote>
  );
}

interface SavedFilterBarProps {
  readonly list: FilteredList;
  readonly saved: readonly SavedFilterView[];
  readonly put: (saved: readonly SavedFilterView[]) => void;
}

function SavedFilterBar({ list, saved, put }: SavedFilterBarProps) {
  const { filters, filter } = useNavigation();
  const remove = useAction('remove-filter');
  const [saving, setSaving] = useState(false);
  const [unusable, setUnusable] = useState('');
  const values = valuesToSave(list, filters);
  const chosen =
    findSaved(saved, list, unusable) === undefined ? shownFilter(saved, list, filters) : unusable;

  const choose = (name: string): void => {
    const found = findSaved(saved, list, name);
    setUnusable(found?.values === null ? name : '');
    if (found?.values !== null) filter(changesTo(list, found?.values ?? {}));
  };
  const save = (): void => {
    if (Object.keys(values).length > 0) setSaving(true);
    else announce('No filter is set', 'Choose at least one filter, then save it.', 'info');
  };
  const drop = async (): Promise<void> => {
    if (chosen === '') return announce('No saved filter is chosen', 'Choose one under Saved filter.', 'info');
    const left = await remove.run({ list, name: chosen });
    if (left !== null) put(left);
  };
  return (
    <Stack space="space.100">
      <Inline space="space.100" rowSpace="space.100" alignBlock="end" shouldWrap>
        <Box xcss={choiceStyle}>
          <ChoiceInput
            id="saved-filter"
            label="Saved filter"
            choices={savedChoices(saved, list)}
            value={chosen}
            placeholder={saved.length === 0 ? 'None saved yet' : 'Choose'}
            isClearable
            onChoice={choose}
          />
        </Box>
        <Button onClick={save}>Save filter</Button>
        <Button onClick={() => void drop()}>Remove saved filter</Button>
        <CopyLink />
      </Inline>
      <ActionError error={remove.error} />
      {chosen !== '' && chosen === unusable ? <Unusable name={chosen} /> : null}
      <ModalTransition>
        {saving ? (
          <SaveFilterModal
            list={list}
            values={values}
            saved={saved}
            onClose={() => setSaving(false)}
            onSaved={put}
          />
        ) : null}
      </ModalTransition>
    </Stack>
  );
}

function Unusable({ name }: { readonly name: string }) {
  return (
    <SectionMessage appearance="warning" title={`“${name}” can no longer be used`}>
      <Text>
        It was saved with a filter that this list does not have any more. Remove it, and save the filters
        anew.
      </Text>
    </SectionMessage>
  );
}
