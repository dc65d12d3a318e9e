import { Button } from '@forge/react';
import React, { useState } from 'react';
import { useSession } from '../../hooks/session-context';
import { UndoModal } from './undo-modal';

interface UndoButtonProps {
  readonly cycleId: string;
  readonly of: { readonly line: number } | { readonly runId: string };
  readonly label: string;
  /** What is given back, to follow “Gives back”. */
  readonly what: string;
  /** Signed off: then an approver's to ask. */
  readonly isSignedOff?: boolean;
  readonly onDone: () => void;
}

/** Offers the undo to those who may ask for it; what may be given back is looked at on asking. */
export function UndoButton({ cycleId, of, label, what, isSignedOff = false, onDone }: UndoButtonProps) {
  const { roles } = useSession();
  const [asking, setAsking] = useState(false);
  if (!roles.siteAdmin || (isSignedOff && !roles.approver)) return null;
  return (
    <>
      <Button spacing="compact" onClick={() => setAsking(true)}>
        {label}
      </Button>
      {asking ? (
        <UndoModal cycleId={cycleId} of={of} what={what} onClose={() => setAsking(false)} onDone={onDone} />
      ) : null}
    </>
  );
}
