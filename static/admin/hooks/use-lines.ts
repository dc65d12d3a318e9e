import { useCallback, useEffect, useRef, useState } from 'react';
import type { LineRow } from '../../../src/contract/review-replies';
import type { PayloadOf, Reply } from '../../../src/contract/resolvers';
import type { ReplyError } from './call-resolver';
import { callResolver } from './call-resolver';

/** Largest page that the back end gives, and most lines that one decision or approval takes. */
const LARGEST_PAGE = 100;
const MOST_LINES = 1000;

export interface AllLines {
  readonly lines: readonly LineRow[];
  /** Lines that match, also those beyond the most that are read. */
  readonly total: number;
}

/** Reads every line that matches, page by page, up to the most that one action takes. */
export async function readAllLines(query: PayloadOf<'list-lines'>): Promise<Reply<AllLines>> {
  const lines: LineRow[] = [];
  for (;;) {
    const reply = await callResolver('list-lines', { ...query, offset: lines.length, limit: LARGEST_PAGE });
    if (!reply.ok) return reply;
    const { rows, total } = reply.data;
    lines.push(...rows);
    if (rows.length === 0 || lines.length >= Math.min(total, MOST_LINES)) {
      return { ok: true, data: { lines, total } };
    }
  }
}

export interface LoadedLines {
  readonly data: AllLines | undefined;
  readonly error: ReplyError | null;
  readonly loading: boolean;
  readonly reload: () => void;
}

/** All lines of a review that wait for approval; read again on `reload` and when the review has moved on. */
export function useLinesToApprove(cycleId: string, sequence: number): LoadedLines {
  const [state, setState] = useState<Omit<LoadedLines, 'reload'>>({
    data: undefined,
    error: null,
    loading: true,
  });
  const [turn, setTurn] = useState(0);
  const newest = useRef(0);
  useEffect(() => {
    newest.current += 1;
    const asked = newest.current;
    setState((before) => ({ ...before, loading: true }));
    void readAllLines({ cycleId, needsApproval: true }).then((reply) => {
      if (asked !== newest.current) return;
      setState((before) =>
        reply.ok
          ? { data: reply.data, error: null, loading: false }
          : { data: before.data, error: reply.error, loading: false },
      );
    });
    return () => {
      newest.current += 1;
    };
  }, [cycleId, sequence, turn]);
  const reload = useCallback(() => setTurn((before) => before + 1), []);
  return { ...state, reload };
}
