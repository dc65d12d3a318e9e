import { useCallback, useEffect, useState } from 'react';
import { readLocal } from '../local/local-api';
import type { Inspected } from '../local/schemas';
import { inspectedSchema } from '../local/schemas';

const EVERY_MS = 3_000;

/** Items on one page of a list. */
export const PAGE = 50;

/** One page of an inspection, read again every few seconds. */
export function useInspection(what: string, text: string, page: number): Inspected | null {
  const [found, setFound] = useState<Inspected | null>(null);
  const read = useCallback(async () => {
    const part = { offset: String(page * PAGE), limit: String(PAGE), newest: '1' };
    const query = new URLSearchParams({ q: text, ...part });
    return readLocal(inspectedSchema, `/__local/inspect/${what}?${query.toString()}`);
  }, [what, text, page]);
  useEffect(() => {
    let isCurrent = true;
    const refresh = () => {
      if (document.hidden) return;
      // The server was stopped: the next tick tries again.
      void read().then(
        (result) => isCurrent && setFound(result),
        () => undefined,
      );
    };
    refresh();
    const timer = setInterval(refresh, EVERY_MS);
    return () => {
      isCurrent = false;
      clearInterval(timer);
    };
  }, [read]);
  return found;
}
