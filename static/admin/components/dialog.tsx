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
} from '@forge/react';
import React from 'react';
import type { ReplyError } from '../hooks/call-resolver';
import { ActionError } from './reply-message';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: React.ReactNode;
}

function DialogFrame({
  title,
  width,
  onClose,
  footer,
  children,
}: DialogProps & { readonly width: 'medium' | 'large' | 'x-large'; readonly footer: React.ReactNode }) {
  return (
    <Modal width={width} onClose={onClose}>
      <ModalHeader>
        <ModalTitle>{title}</ModalTitle>
      </ModalHeader>
      <ModalBody>{children}</ModalBody>
      <ModalFooter>{footer}</ModalFooter>
    </Modal>
  );
}

/** A wide dialog to read, with one way out. */
export function ReadingDialog({ title, onClose, children }: DialogProps) {
  const close = (
    <Button appearance="primary" onClick={onClose}>
      Close
    </Button>
  );
  return (
    <DialogFrame title={title} width="x-large" onClose={onClose} footer={close}>
      {children}
    </DialogFrame>
  );
}

interface FormDialogProps extends DialogProps {
  readonly width?: 'medium' | 'large' | undefined;
  /** What the button that sends the form says. */
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly busy?: boolean | undefined;
  /** Why the back end refused, shown below the form. */
  readonly error?: ReplyError | null | undefined;
  readonly danger?: boolean | undefined;
}

/** A dialog to fill in: what was refused stands below the form, the way back before the way on. */
export function FormDialog({
  title,
  onClose,
  children,
  width = 'medium',
  confirm,
  onConfirm,
  busy = false,
  error = null,
  danger = false,
}: FormDialogProps) {
  const buttons = (
    <ButtonGroup>
      <Button appearance="subtle" onClick={onClose}>
        Go back
      </Button>
      <LoadingButton appearance={danger ? 'danger' : 'primary'} isLoading={busy} onClick={onConfirm}>
        {confirm}
      </LoadingButton>
    </ButtonGroup>
  );
  return (
    <DialogFrame title={title} width={width} onClose={onClose} footer={buttons}>
      <Stack space="space.200">
        {children}
        <ActionError error={error} />
      </Stack>
    </DialogFrame>
  );
}
