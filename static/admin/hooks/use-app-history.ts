import { view } from '@forge/bridge';
import { useCallback, useEffect, useState } from 'react';

type BridgeHistory = Awaited<ReturnType<typeof view.createHistory>>;

export interface AppLocation {
  readonly pathname: string;
  readonly search: string;
}

export interface AppHistory {
  /** False until it is known whether this place keeps a URL for the app. */
  readonly ready: boolean;
  /** Whether the page's URL holds the location, so that it can be shared. */
  readonly isInUrl: boolean;
  readonly location: AppLocation;
  readonly push: (path: string) => void;
}

const START: AppLocation = { pathname: '/', search: '' };

/** The app's location: in the page's URL where the platform keeps one, else only here. */
export function useAppHistory(): AppHistory {
  const [ready, setReady] = useState(false);
  const [history, setHistory] = useState<BridgeHistory | null>(null);
  const [location, setLocation] = useState<AppLocation>(START);

  useEffect(() => {
    let unlisten = (): void => undefined;
    let gone = false;
    const take = ({ pathname, search }: AppLocation): void => setLocation({ pathname, search });
    view
      .createHistory()
      .then((created) => {
        if (gone) return;
        setHistory(created);
        take(created.location);
        unlisten = created.listen((next) => take(next));
      })
      .catch(() => undefined)
      .finally(() => setReady(true));
    return () => {
      gone = true;
      unlisten();
    };
  }, []);

  const push = useCallback(
    (path: string) => {
      const [pathname = '/', search = ''] = path.split('?');
      setLocation({ pathname, search: search === '' ? '' : `?${search}` });
      history?.push(path);
    },
    [history],
  );
  return { ready, isInUrl: history !== null, location, push };
}
