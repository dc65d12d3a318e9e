import { useCallback, useEffect, useRef, useState } from 'react';
import type { Replies } from '../../../src/contract/replies';
import type { PayloadOf, ResolverName } from '../../../src/contract/resolvers';
import type { ReplyError } from './call-resolver';
import { callResolver } from './call-resolver';

export interface Action<Name extends ResolverName> {
  /** Resolves to the answer, or to null when it was refused; `error` then says why. */
  readonly run: (payload: PayloadOf<Name>) => Promise<Replies[Name] | null>;
  readonly busy: boolean;
  readonly error: ReplyError | null;
  readonly clear: () => void;
}

/** What the page shows has been overtaken: it reads again and says by whom. */
const OVERTAKEN: readonly string[] = ['changed-meanwhile', 'plan.changed'];

/** Calls a resolver at a person's wish, one call at a time. */
export function useAction<Name extends ResolverName>(
  name: Name,
  onOvertaken?: (error: ReplyError) => void,
): Action<Name> {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ReplyError | null>(null);
  const underWay = useRef(false);
  const onOver = useRef(onOvertaken);
  useEffect(() => {
    onOver.current = onOvertaken;
  });

  const run = useCallback(
    async (payload: PayloadOf<Name>) => {
      if (underWay.current) return null;
      underWay.current = true;
      setBusy(true);
      setError(null);
      const reply = await callResolver(name, payload);
      underWay.current = false;
      setBusy(false);
      if (reply.ok) return reply.data;
      setError(reply.error);
      if (OVERTAKEN.includes(reply.error.code)) onOver.current?.(reply.error);
      return null;
    },
    [name],
  );
  const clear = useCallback(() => setError(null), []);
  return { run, busy, error, clear };
}
