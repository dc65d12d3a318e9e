import { useCallback, useEffect, useRef, useState } from 'react';
import type { RunView } from '../../../src/contract/execution-replies';
import { hasMoved } from '../view-models/run';
import type { ReplyError } from './call-resolver';
import { callResolver } from './call-resolver';
import { usePolling } from './use-polling';

/** Pause between two slices that moved, and before a slice is tried again that did not, in milliseconds. */
const NEXT_SLICE_MS = 100;
const WAIT_MS = 3000;
/** How often a run that somebody else drives is looked at, in milliseconds. */
const LOOK_EVERY_MS = 4000;

export interface RunControl {
  readonly run: RunView | null;
  /** Whether this page sends the slices. */
  readonly driving: boolean;
  readonly error: ReplyError | null;
  readonly drive: (run: RunView) => void;
  readonly pause: () => void;
  readonly put: (run: RunView) => void;
}

/**
 * Drives a run slice by slice, because a resolver has 25 seconds (limits-invocation): the next slice is sent when
 * the last one has answered. Whoever only watches sees it move too.
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
    setDelay(hasMoved(before, after) ? NEXT_SLICE_MS : WAIT_MS);
    if (after.state === 'running') return;
    setDriving(false);
    ended.current(after);
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
  usePolling(run?.state === 'running', step, driving ? delay : LOOK_EVERY_MS);

  const drive = useCallback((started: RunView) => {
    setError(null);
    setRun(started);
    setDriving(started.state === 'running');
    if (started.state !== 'running') ended.current(started);
  }, []);
  const pause = useCallback(() => setDriving(false), []);
  return { run, driving, error, drive, pause, put: setRun };
}
