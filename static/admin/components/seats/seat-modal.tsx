import { Button, Modal, ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@forge/react';
import React from 'react';
import { useResolver } from '../../hooks/use-resolver';
import { Remote } from '../states';
import { SeatExplanation } from './seat-explanation';

interface SeatModalProps {
  readonly accountId: string;
  readonly product: string;
  readonly onClose: () => void;
}

/** Why one seat is billable, with everything that is known of it and everything that is not. */
export function SeatModal({ accountId, product, onClose }: SeatModalProps) {
  const seat = useResolver('get-seat', { accountId, product });
  return (
    <Modal width="x-large" onClose={onClose}>
      <ModalHeader>
        <ModalTitle>Why billable</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <Remote state={seat} what="the seat">
          {(detail) => <SeatExplanation seat={detail} />}
        </Remote>
      </ModalBody>
      <ModalFooter>
        <Button appearance="primary" onClick={onClose}>
          Close
        </Button>
      </ModalFooter>
    </Modal>
  );
}
