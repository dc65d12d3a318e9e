import { createContext, useContext } from 'react';
import type { Session } from '../../../src/contract/seat-replies';

interface SessionHolder {
  readonly session: Session;
  /** Reads rights and time again. */
  readonly refresh: () => void;
}

export const SessionContext = createContext<SessionHolder | null>(null);

/** Who looks at the page, what they may do, and the app's own time. */
export function useSession(): Session {
  return useHolder().session;
}

export function useRefreshSession(): () => void {
  return useHolder().refresh;
}

function useHolder(): SessionHolder {
  const holder = useContext(SessionContext);
  if (holder === null) throw new Error('The session is read before any page shows.');
  return holder;
}
