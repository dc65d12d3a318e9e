import { Box, xcss } from '@forge/react';
import React from 'react';
import { PageTabs } from './components/page-tabs';
import { ErrorState, LoadingState } from './components/states';
import { SessionContext } from './hooks/session-context';
import { useAppHistory } from './hooks/use-app-history';
import { useModuleKey } from './hooks/use-module-key';
import { useResolver } from './hooks/use-resolver';

const pageStyle = xcss({ paddingBlock: 'space.200', paddingInline: 'space.100' });

/** One bundle for every module: which pages it shows follows from the module and from what the session may do. */
export function App() {
  const moduleKey = useModuleKey();
  const history = useAppHistory();
  const session = useResolver('get-session', {});

  if (session.data === undefined) {
    return (
      <Box xcss={pageStyle}>
        {session.error === null ? (
          <LoadingState what="what you may do" />
        ) : (
          <ErrorState error={session.error} onRetry={session.reload} />
        )}
      </Box>
    );
  }
  if (moduleKey === null || !history.ready) {
    return (
      <Box xcss={pageStyle}>
        <LoadingState what="the page" />
      </Box>
    );
  }
  return (
    <Box xcss={pageStyle}>
      <SessionContext.Provider value={{ session: session.data, refresh: session.reload }}>
        <PageTabs moduleKey={moduleKey} history={history} />
      </SessionContext.Provider>
    </Box>
  );
}
