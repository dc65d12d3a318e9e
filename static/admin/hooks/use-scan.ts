import { useCallback, useEffect, useRef, useState } from 'react';
import type { ScanStatus } from '../../../src/contract/seat-replies';
import { isBusy } from '../view-models/scan';
import { announce } from './announce';
import { callResolver } from './call-resolver';
import type { ReplyError } from './call-resolver';
import { useRefreshSession } from './session-context';
import { useAction } from './use-action';
import { usePolling } from './use-polling';

/** How often a running scan is looked at, in milliseconds. */
const LOOK_EVERY_MS = 2000;

export interface ScanControl {
  readonly scan: ScanStatus | null;
  readonly start: () => Promise<void>;
  readonly starting: boolean;
  readonly error: ReplyError | null;
}

/** The scan as it stands, followed while it runs. `onEnd` is called once it no longer does. */
export function useScan(known: ScanStatus | null, onEnd: () => void): ScanControl {
  const [scan, setScan] = useState(known);
  const action = useAction('start-scan');
  const refresh = useRefreshSession();
  const ended = useRef(onEnd);
  useEffect(() => {
    ended.current = () => {
      refresh();
      onEnd();
    };
  });
  useEffect(() => setScan(known), [known]);

  const busy = isBusy(scan);
  const look = useCallback(async () => {
    const reply = await callResolver('get-scan', {});
    if (!reply.ok) return;
    setScan(reply.data);
    if (reply.data !== null && !isBusy(reply.data)) {
      announceEnd(reply.data);
      ended.current();
    }
  }, []);
  usePolling(busy, look, LOOK_EVERY_MS);

  const start = useCallback(async () => {
    const started = await action.run({});
    if (started === null) return;
    setScan(started);
    if (isBusy(started)) announce('Scan started', 'It changes nothing. This page follows it.', 'info');
    else ended.current();
  }, [action]);
  return { scan, start, starting: action.busy, error: action.error };
}

function announceEnd({ state, message }: ScanStatus): void {
  if (state === 'complete') announce('Scan complete', 'The figures show the new snapshot.');
  else announce('Scan incomplete', `${message} The last complete snapshot stays in place.`, 'warning');
}
