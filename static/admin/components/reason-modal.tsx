import {
  Button,
  ButtonGroup,
  LoadingButton,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  Stack,
  Text,
} from '@forge/react';
import React, { useState } from 'react';
import type { ReplyError } from '../hooks/call-resolver';
import { LongTextInput } from './fields';
import { ActionError } from './reply-message';

interface ReasonModalProps {
  readonly title: string;
  /** What happens, in full sentences. */
  readonly text: string;
  readonly confirm: string;
  readonly busy: boolean;
  readonly error: ReplyError | null;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
  readonly danger?: boolean;
  /** Confirmed as it is, without a written reason. */
  readonly withoutReason?: boolean;
  readonly children?: React.ReactNode;
}

/** Shortest reason that the back end takes, in characters. */
const SHORTEST_REASON = 3;

/** Asks for a reason, or for a plain yes, before something happens that others must be able to understand later. */
export function ReasonModal(props: ReasonModalProps) {
  const { title, text, confirm, busy, error, onConfirm, onClose, danger, withoutReason, children } = props;
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const send = (): void => {
    if (withoutReason !== true && reason.trim().length < SHORTEST_REASON) return setMissing(true);
    onConfirm(reason.trim());
  };
  return (
    <Modal width="medium" onClose={onClose}>
      <ModalHeader>
        <ModalTitle>{title}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <Stack space="space.200">
          <Text>{text}</Text>
          {children}
          {withoutReason === true ? null : (
            <LongTextInput
              id="reason"
              label="Reason"
              help="Kept in the evidence with your name."
              isRequired
              error={missing && reason.trim().length < SHORTEST_REASON ? 'Write a reason.' : undefined}
              start=""
              onText={setReason}
            />
          )}
          <ActionError error={error} />
        </Stack>
      </ModalBody>
      <ModalFooter>
        <ButtonGroup>
          <Button appearance="subtle" onClick={onClose}>
            Go back
          </Button>
          <LoadingButton appearance={danger === true ? 'danger' : 'primary'} isLoading={busy} onClick={send}>
            {confirm}
          </LoadingButton>
        </ButtonGroup>
      </ModalFooter>
    </Modal>
  );
}
