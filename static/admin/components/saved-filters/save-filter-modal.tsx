import { SectionMessage, Text } from '@forge/react';
import React, { useState } from 'react';
import type { SavedFilterView } from '../../../../src/contract/filter-replies';
import { announce } from '../../hooks/announce';
import { useAction } from '../../hooks/use-action';
import type { Filters } from '../../view-models/route';
import { findSaved, nameProblem, type FilteredList } from '../../view-models/saved-filters';
import { FormDialog } from '../dialog';
import { TextInput } from '../fields';

interface SaveFilterModalProps {
  readonly list: FilteredList;
  readonly values: Filters;
  readonly saved: readonly SavedFilterView[];
  readonly onClose: () => void;
  readonly onSaved: (saved: readonly SavedFilterView[]) => void;
}

/** Names the filters of the page; a name that is taken is replaced only by a button that says so. */
export function SaveFilterModal({ list, values, saved, onClose, onSaved }: SaveFilterModalProps) {
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const save = useAction('save-filter');
  const isTaken = findSaved(saved, list, name.trim()) !== undefined;
  const problem = nameProblem(name);

  const send = async (): Promise<void> => {
    setTried(true);
    if (problem !== undefined) return;
    const after = await save.run({ list, name: name.trim(), values, replace: isTaken });
    if (after === null) return;
    onSaved(after);
    onClose();
    announce('Filter saved', 'You find it under Saved filter. Nobody else sees it.');
  };
  return (
    <FormDialog
      title="Save filter"
      confirm={isTaken ? 'Replace' : 'Save'}
      busy={save.busy}
      error={save.error}
      onClose={onClose}
      onConfirm={() => void send()}
    >
      <TextInput
        id="filter-name"
        label="Name"
        help="Only you see your saved filters."
        isRequired
        error={tried ? problem : undefined}
        start=""
        onText={setName}
      />
      {isTaken ? (
        <SectionMessage appearance="warning" title="This name is taken">
          <Text>{`Saving replaces what you saved as “${name.trim()}”.`}</Text>
        </SectionMessage>
      ) : null}
    </FormDialog>
  );
}
