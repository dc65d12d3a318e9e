import { List, ListItem, ModalTransition } from '@forge/react';
import React, { useState } from 'react';
import type { CycleView } from '../../../../src/contract/review-replies';
import { announce } from '../../hooks/announce';
import { useAction } from '../../hooks/use-action';
import { useResolver } from '../../hooks/use-resolver';
import { counted } from '../../view-models/counts';
import { FormDialog } from '../dialog';
import { ChoicesInput, TextInput } from '../fields';

interface OpenReviewModalProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onOpened: (cycle: CycleView) => void;
}

export function OpenReviewModal({ isOpen, onClose, onOpened }: OpenReviewModalProps) {
  return (
    <ModalTransition>{isOpen ? <OpenReview onClose={onClose} onOpened={onOpened} /> : null}</ModalTransition>
  );
}

function OpenReview({ onClose, onOpened }: Omit<OpenReviewModalProps, 'isOpen'>) {
  const [title, setTitle] = useState('');
  const [products, setProducts] = useState<readonly string[]>([]);
  const seats = useResolver('list-seats', { limit: 1 });
  const open = useAction('open-cycle');
  const send = async (): Promise<void> => {
    const cycle = await open.run({
      ...(title.trim() === '' ? {} : { title: title.trim() }),
      ...(products.length === 0 ? {} : { products: [...products] }),
    });
    if (cycle === null) return;
    onClose();
    onOpened(cycle);
    announce('Review open', `${counted(cycle.lines, 'line')} to decide. Start with the lines alike.`);
  };
  return (
    <FormDialog
      title="Open a review"
      confirm="Open review"
      busy={open.busy}
      error={open.error}
      onClose={onClose}
      onConfirm={() => void send()}
    >
      <WhatOpeningDoes />
      <TextInput
        id="title"
        label="Title"
        help="Left empty, the month is taken."
        placeholder="For example: November review"
        start=""
        onText={setTitle}
      />
      <ChoicesInput
        id="products"
        label="Products"
        help="Left empty, every billable product of this site is reviewed."
        choices={(seats.data?.products ?? []).map(({ key, name }) => ({ value: key, label: name }))}
        values={products}
        onChoices={setProducts}
      />
    </FormDialog>
  );
}

function WhatOpeningDoes() {
  return (
    <List type="unordered">
      <ListItem>The newest scan is frozen: what changes later belongs to the next review.</ListItem>
      <ListItem>Account facts of would-be removals are read, so that no removal rests on a guess.</ListItem>
      <ListItem>Policy, approvers and owners are frozen too.</ListItem>
      <ListItem>
        Nothing is removed: each removal is decided, approved by somebody else, and executed later.
      </ListItem>
    </List>
  );
}
