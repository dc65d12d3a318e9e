import { Checkbox, List, ListItem, ModalTransition } from '@forge/react';
import React, { useState } from 'react';
import type { CycleView } from '../../../../src/contract/review-replies';
import { announce } from '../../hooks/announce';
import { useRefreshSession } from '../../hooks/session-context';
import { useAction } from '../../hooks/use-action';
import { useResolver } from '../../hooks/use-resolver';
import { counted } from '../../view-models/counts';
import type { Choice } from '../../view-models/input';
import { FormDialog } from '../dialog';
import { ChoicesInput, TextInput } from '../fields';
import { NoResponseChoice, type NoResponseRule } from './no-response-choice';

interface OpenReviewModalProps {
  readonly isOpen: boolean;
  /** Absent to draft and open at once. */
  readonly draft?: CycleView | undefined;
  /** Offered as a rehearsal from the beginning. */
  readonly rehearses?: boolean;
  readonly onClose: () => void;
  readonly onOpened: (cycle: CycleView) => void;
}

export function OpenReviewModal({ isOpen, ...rest }: OpenReviewModalProps) {
  return <ModalTransition>{isOpen ? <OpenReview {...rest} /> : null}</ModalTransition>;
}

function OpenReview({ draft, rehearses = false, onClose, onOpened }: Omit<OpenReviewModalProps, 'isOpen'>) {
  const [rehearsal, setRehearsal] = useState(rehearses);
  const [title, setTitle] = useState('');
  const [products, setProducts] = useState<readonly string[]>([]);
  const [rule, setRule] = useState<NoResponseRule | null>(null);
  const seats = useResolver('list-seats', { limit: 1 });
  const refreshSession = useRefreshSession();
  const scope =
    draft !== undefined
      ? { cycleId: draft.cycleId }
      : { ...(products.length === 0 ? {} : { products: [...products] }), rehearsal };
  const preview = useResolver('preview-cycle', scope);
  const open = useAction('open-cycle', preview.reload);
  const send = async (): Promise<void> => {
    if (preview.data === undefined || preview.error !== null) return;
    const { undecided, rule: usual } = preview.data;
    const cycle = await open.run({
      ...(title.trim() === '' ? {} : { title: title.trim() }),
      ...scope,
      noResponse: { rule: rule ?? usual, touches: undecided },
    });
    if (cycle === null) return;
    onClose();
    onOpened(cycle);
    if (cycle.rehearsal) refreshSession();
    announce(
      cycle.rehearsal ? 'Rehearsal open' : 'Review open',
      `${counted(cycle.counts.byState.undecided, 'line')} to decide. Start with the lines alike.`,
    );
  };
  return (
    <FormDialog
      title={rehearsal ? 'Open a rehearsal' : 'Open a review'}
      confirm={rehearsal ? 'Open rehearsal' : 'Open review'}
      busy={open.busy || preview.loading}
      error={open.error}
      onClose={onClose}
      onConfirm={() => void send()}
    >
      <WhatOpeningDoes rehearsal={rehearsal} />
      {draft === undefined ? (
        <ScopeFields
          products={products}
          choices={(seats.data?.products ?? []).map(({ key, name }) => ({ value: key, label: name }))}
          onTitle={setTitle}
          onProducts={setProducts}
        />
      ) : null}
      {draft === undefined ? (
        <Checkbox
          label="Only rehearse: nothing can be removed, and the next review looks past it"
          isChecked={rehearsal}
          onChange={() => setRehearsal(!rehearsal)}
        />
      ) : null}
      <NoResponseChoice preview={preview} rule={rule} onRule={setRule} />
    </FormDialog>
  );
}

interface ScopeFieldsProps {
  readonly products: readonly string[];
  readonly choices: readonly Choice[];
  readonly onTitle: (title: string) => void;
  readonly onProducts: (products: readonly string[]) => void;
}

/** Title and products; a draft has its own. */
function ScopeFields({ products, choices, onTitle, onProducts }: ScopeFieldsProps) {
  return (
    <>
      <TextInput
        id="title"
        label="Title"
        help="Left empty, the month is taken."
        placeholder="For example: November review"
        start=""
        onText={onTitle}
      />
      <ChoicesInput
        id="products"
        label="Products"
        help="Left empty, every billable product of this site is reviewed."
        choices={choices}
        values={products}
        onChoices={onProducts}
      />
    </>
  );
}

function WhatOpeningDoes({ rehearsal }: { readonly rehearsal: boolean }) {
  return (
    <List type="unordered">
      <ListItem>The scan is frozen: what changes later belongs to the next review.</ListItem>
      <ListItem>Policy, approvers and owners are frozen too.</ListItem>
      <ListItem>
        {rehearsal
          ? 'Nothing is ever removed. Open questions of the last review wait until the rehearsal has ended.'
          : 'Nothing is removed: each removal is decided, approved by somebody else, and executed later.'}
      </ListItem>
    </List>
  );
}
