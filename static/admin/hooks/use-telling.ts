import { useCallback, useEffect, useRef, useState } from 'react';
import type { NoticeView } from '../../../src/contract/notice-replies';
import { hasToldMore } from '../view-models/notice';
import type { ReplyError } from './call-resolver';
import { callResolver } from './call-resolver';
import { usePolling } from './use-polling';

/** Pause between two slices that moved, and before a slice is tried again that did not, in milliseconds. */
const NEXT_SLICE_MS = 100;
const WAIT_MS = 3000;

export interface TellingControl {
  readonly notice: NoticeView;
  /** Whether this page sends the slices. */
  readonly telling: boolean;
  readonly error: ReplyError | null;
  readonly tell: () => void;
  readonly pause: () => void;
}

/** Has people told slice by slice, because a resolver has 25 seconds (limits-invocation), until nobody waits. */
export function useTelling(known: NoticeView, onEnd: (notice: NoticeView) => void): TellingControl {
  const [notice, setNotice] = useState(known);
  const [telling, setTelling] = useState(false);
  const [error, setError] = useState<ReplyError | null>(null);
  const [delay, setDelay] = useState(NEXT_SLICE_MS);
  const ended = useRef(onEnd);
  useEffect(() => {
    ended.current = onEnd;
  });
  useEffect(() => setNotice(known), [known]);

  const step = useCallback(async () => {
    const reply = await callResolver('tell-people', { cycleId: notice.cycleId });
    if (!reply.ok) {
      setError(reply.error);
      setTelling(false);
      return;
    }
    setDelay(hasToldMore(notice, reply.data) ? NEXT_SLICE_MS : WAIT_MS);
    setNotice(reply.data);
    if (reply.data.waiting > 0) return;
    setTelling(false);
    ended.current(reply.data);
  }, [notice]);
  usePolling(telling, step, delay);

  const tell = useCallback(() => {
    setError(null);
    setDelay(NEXT_SLICE_MS);
    setTelling(true);
  }, []);
  const pause = useCallback(() => setTelling(false), []);
  return { notice, telling, error, tell, pause };
}
