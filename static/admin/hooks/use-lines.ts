import { useCallback, useEffect, useRef, useState } from 'react';
import type { LineList, LineRow } from '../../../src/contract/review-replies';
import type { PayloadOf, Reply } from '../../../src/contract/resolvers';
import { MOST_LINES_OF_A_PAGE } from '../../../src/contract/words';
import type { ReplyError } from './call-resolver';
import { callResolver } from './call-resolver';

/** Most lines that one decision or approval takes. */
const MOST_LINES = 1000;

export interface AllLines {
  readonly lines: readonly LineRow[];
  /** Lines that match, also those beyond the most that are read. */
  readonly total: number;
}

/**
 * Reads every line that matches, up to the most that one action takes: the first page tells how many there are, the
 * others come together. What changes meanwhile counts as not seen.
 */
export async function readAllLines(query: PayloadOf<'list-lines'>): Promise<Reply<AllLines>> {
  const first = await readPage(query, 0);
  if (!first.ok) return first;
  const pages = [first.data];
  const wanted = Math.min(first.data.total, MOST_LINES);
  const later = Array.from({ length: Math.ceil(wanted / MOST_LINES_OF_A_PAGE) - 1 }, (_, index) =>
    readPage(query, (index + 1) * MOST_LINES_OF_A_PAGE),
  );
  for (const reply of await Promise.all(later)) {
    if (!reply.ok) return reply;
    pages.push(reply.data);
  }
  const lines = new Map(pages.flatMap(({ rows }) => rows).map((row) => [row.line, row]));
  return { ok: true, data: { lines: [...lines.values()], total: first.data.total } };
}

function readPage(query: PayloadOf<'list-lines'>, offset: number): Promise<Reply<LineList>> {
  return callResolver('list-lines', { ...query, offset, limit: MOST_LINES_OF_A_PAGE });
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
