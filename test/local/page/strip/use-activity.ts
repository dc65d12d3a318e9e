import { useCallback, useEffect, useRef, useState } from 'react';
import { readLocal } from '../local/local-api';
import type { Call, Calls } from '../local/schemas';
import { callsSchema } from '../local/schemas';

const EVERY_MS = 2_000;
const KEPT = 500;

export interface Activity {
  /** The local clock, ISO 8601. */
  readonly now: string;
  /** All REST calls so far, and the Jira points that they cost. */
  readonly total: number;
  readonly points: number;
  /** The latest calls, newest first; empty while the drawer is closed. */
  readonly calls: readonly Call[];
  readonly refresh: () => void;
}

/** Follows clock and call log; reads the calls themselves only while `wantsCalls`. */
export function useActivity(wantsCalls: boolean, start: string): Activity {
  const [latest, setLatest] = useState<Calls>({
    calls: [],
    last: 0,
    total: 0,
    points: 0,
    clock: { now: start },
  });
  const seen = useRef(0);
  const refresh = useCallback(() => {
    const query = wantsCalls ? `after=${String(seen.current)}&limit=${String(KEPT)}` : 'limit=0';
    void readLocal(callsSchema, `/__local/calls?${query}`)
      .then((read) => {
        if (wantsCalls) seen.current = read.last;
        setLatest((before) => ({ ...read, calls: newestFirst(read.calls, wantsCalls ? before.calls : []) }));
      })
      // The server was stopped: the next tick tries again.
      .catch(() => undefined);
  }, [wantsCalls]);
  useEffect(() => {
    seen.current = 0;
    refresh();
    const timer = setInterval(() => {
      if (!document.hidden) refresh();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [refresh]);
  return { now: latest.clock.now, total: latest.total, points: latest.points, calls: latest.calls, refresh };
}

/** Puts newly read calls before the known ones, each once. */
export function newestFirst(read: readonly Call[], known: readonly Call[]): Call[] {
  const numbers = new Set(known.map((call) => call.n));
  const fresh = read.filter((call) => !numbers.has(call.n));
  return [...fresh, ...known].sort((a, b) => b.n - a.n).slice(0, KEPT);
}
