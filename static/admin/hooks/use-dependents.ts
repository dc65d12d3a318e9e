import { useCallback, useState } from 'react';
import { MOST_DEPENDED_ON } from '../../../src/contract/words';
import type { Dependents, PlanView } from '../../../src/contract/execution-replies';
import { isUnread, summaryOf, type DependentsSummary } from '../view-models/dependents';
import type { ReplyError } from './call-resolver';
import { callResolver } from './call-resolver';
import { usePolling } from './use-polling';

/** Pause between two calls, in milliseconds. */
const NEXT_CALL_MS = 100;

export interface DependentsControl {
  /** What was read, by account. */
  readonly rows: ReadonlyMap<string, Dependents>;
  readonly summary: DependentsSummary;
  readonly error: ReplyError | null;
  /** Asks again about everybody of whom not all was read. */
  readonly again: () => void;
}

/** Reads what depends on the people of a plan, some at a call, until all were asked about; a newer plan keeps it. */
export function useDependents({ cycleId, items }: Pick<PlanView, 'cycleId' | 'items'>): DependentsControl {
  const [rows, setRows] = useState<ReadonlyMap<string, Dependents>>(new Map());
  const [error, setError] = useState<ReplyError | null>(null);
  const waiting = items.map(({ accountId }) => accountId).filter((id) => !rows.has(id));

  const step = async (): Promise<void> => {
    const reply = await callResolver('get-dependents', {
      cycleId,
      accountIds: waiting.slice(0, MOST_DEPENDED_ON),
    });
    if (!reply.ok) return setError(reply.error);
    setRows((before) => new Map([...before, ...reply.data.rows.map((row) => [row.accountId, row] as const)]));
  };
  usePolling(error === null && waiting.length > 0, step, NEXT_CALL_MS);

  const again = useCallback(() => {
    setError(null);
    setRows((before) => new Map([...before].filter(([, row]) => !isUnread(row))));
  }, []);
  const read = items.flatMap(({ accountId }) => rows.get(accountId) ?? []);
  return { rows, summary: summaryOf(read, items.length), error, again };
}
