import { Inline, LoadingButton, Stack } from '@forge/react';
import React from 'react';
import type { ReplyError } from '../../hooks/call-resolver';
import { ActionError } from '../reply-message';

interface SaveBarProps {
  readonly label: string;
  readonly mayChange: boolean;
  readonly busy: boolean;
  readonly error: ReplyError | null;
  readonly onSave: () => void;
}

/** The button that saves a part of the settings; absent for whoever may only read. */
export function SaveBar({ label, mayChange, busy, error, onSave }: SaveBarProps) {
  if (!mayChange) return null;
  return (
    <Stack space="space.100">
      <ActionError error={error} />
      <Inline>
        <LoadingButton appearance="primary" isLoading={busy} onClick={onSave}>
          {label}
        </LoadingButton>
      </Inline>
    </Stack>
  );
}
