import { useEffect, useRef } from 'react';

/** Runs `task` every `everyMs` while `active`, never two at once. */
export function usePolling(active: boolean, task: () => Promise<unknown>, everyMs: number): void {
  const latest = useRef(task);
  useEffect(() => {
    latest.current = task;
  });
  useEffect(() => {
    if (!active) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    let gone = false;
    const next = (): void => {
      timer = setTimeout(() => {
        void latest.current().finally(() => {
          if (!gone) next();
        });
      }, everyMs);
    };
    next();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [active, everyMs]);
}
