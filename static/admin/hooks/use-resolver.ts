import { useCallback, useEffect, useRef, useState } from 'react';
import type { Replies } from '../../../src/contract/replies';
import type { PayloadOf, ResolverName } from '../../../src/contract/resolvers';
import type { ReplyError } from './call-resolver';
import { callResolver } from './call-resolver';

export interface Loaded<Data> {
  /** The last answer, undefined before the first; stays while a newer one is on its way. */
  readonly data: Data | undefined;
  readonly error: ReplyError | null;
  readonly loading: boolean;
  /** Asks again. */
  readonly reload: () => void;
  /** Takes an answer that came another way, such as an action's. */
  readonly put: (data: Data) => void;
}

interface State<Data> {
  readonly data: Data | undefined;
  readonly error: ReplyError | null;
  readonly loading: boolean;
}

/**
 * Reads through a resolver when the component appears, whenever the payload changes, and whenever `version` says
 * that what it reads has moved on. A payload of `null` waits.
 * An answer that a later question has overtaken is dropped.
 */
export function useResolver<Name extends ResolverName>(
  name: Name,
  payload: PayloadOf<Name> | null,
  version = 0,
): Loaded<Replies[Name]> {
  const [state, setState] = useState<State<Replies[Name]>>({
    data: undefined,
    error: null,
    loading: true,
  });
  const [turn, setTurn] = useState(0);
  const newest = useRef(0);
  const latest = useRef(payload);
  latest.current = payload;
  const question = payload === null ? null : JSON.stringify(payload ?? {});

  useEffect(() => {
    if (question === null || latest.current === null) return undefined;
    newest.current += 1;
    const asked = newest.current;
    setState((before) => ({ ...before, loading: true }));
    void callResolver(name, latest.current).then((reply) => {
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
  }, [name, question, turn, version]);

  const reload = useCallback(() => setTurn((before) => before + 1), []);
  const put = useCallback((data: Replies[Name]) => {
    newest.current += 1;
    setState({ data, error: null, loading: false });
  }, []);
  return { ...state, reload, put };
}
