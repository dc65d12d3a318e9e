import { useCallback, useEffect, useRef, useState } from 'react';
import type { RunView } from '../../../src/contract/execution-replies';
import { hasMoved, isUnended } from '../view-models/run';
import type { ReplyError } from './call-resolver';
import { callResolver } from './call-resolver';
import { usePolling } from './use-polling';

/** Pause between two slices that moved, and before a slice is tried again that did not, in milliseconds. */
const NEXT_SLICE_MS = 100;
const WAIT_MS = 3000;
/** The same while the back end knows until when nothing is written. */
const LONG_WAIT_MS = 60_000;
/** How often a run that somebody else drives is looked at, in milliseconds. */
const LOOK_EVERY_MS = 4000;

export interface RunControl {
  readonly run: RunView | null;
  /** Whether this page sends the slices. */
  readonly driving: boolean;
  readonly error: ReplyError | null;
  /** Sends slices from now on, where the run needs any. */
  readonly drive: (run: RunView) => void;
  readonly put: (run: RunView) => void;
}

/**
 * Drives a run of the acting administrator slice by slice, because a resolver has 25 seconds (limits-invocation): the
 * next slice is sent when the last one has answered. Whoever only watches sees it move too, as everybody does when the
 * organization key carries it out.
 */
export function useRun(known: RunView | null, onEnd: (run: RunView) => void): RunControl {
  const [run, setRun] = useState(known);
  const [driving, setDriving] = useState(false);
  const [error, setError] = useState<ReplyError | null>(null);
  const [delay, setDelay] = useState(NEXT_SLICE_MS);
  const underWay = useRef(false);
  const ended = useRef(onEnd);
  useEffect(() => {
    ended.current = onEnd;
  });
  useEffect(() => setRun(known), [known]);

  const take = useCallback((before: RunView, after: RunView) => {
    setRun(after);
    if (hasMoved(before, after)) setDelay(NEXT_SLICE_MS);
    else setDelay(after.waitsUntil === null ? WAIT_MS : LONG_WAIT_MS);
    if (after.state !== 'running') setDriving(false);
    if (!isUnended(after)) ended.current(after);
  }, []);

  const step = useCallback(async () => {
    if (run === null || underWay.current) return;
    underWay.current = true;
    const reply = await callResolver(driving ? 'run-slice' : 'get-run', { runId: run.runId });
    underWay.current = false;
    if (reply.ok) return take(run, reply.data);
    if (!driving) return;
    setDriving(false);
    setError(reply.error);
  }, [run, driving, take]);
  usePolling(run !== null && isUnended(run), step, driving ? delay : LOOK_EVERY_MS);

  const drive = useCallback((started: RunView) => {
    setError(null);
    setRun(started);
    setDriving(started.state === 'running' && started.executor === 'acting-administrator');
    if (!isUnended(started)) ended.current(started);
  }, []);
  const put = useCallback((held: RunView) => {
    setRun(held);
    if (held.state !== 'running') setDriving(false);
  }, []);
  return { run, driving, error, drive, put };
}
