import { SectionMessage } from '@forge/react';
import React from 'react';
import type { ReplyError } from '../hooks/call-resolver';
import { Sentence } from './rich-text';

/** Why an action was refused, inside the dialog or panel that asked for it; nothing when it was not. */
export function ActionError({ error }: { readonly error: ReplyError | null }) {
  if (error === null) return null;
  return error.code === 'changed-meanwhile' ? (
    <OvertakenMessage error={error} />
  ) : (
    <SectionMessage appearance="error" title="This was not done">
      <Sentence text={error.message} />
    </SectionMessage>
  );
}

/** Somebody else changed the same thing first: who it was, and that the page has read it again. */
export function OvertakenMessage({ error }: { readonly error: ReplyError }) {
  return (
    <SectionMessage appearance="warning" title="Somebody else was faster: the page is read again">
      <Sentence text={error.message} />
    </SectionMessage>
  );
}
