import { Box, Tab, TabList, TabPanel, Tabs, xcss } from '@forge/react';
import React, { useCallback, useMemo } from 'react';
import { findLink } from '../hooks/find-link';
import { NavigationContext } from '../hooks/navigation-context';
import { useRefreshSession, useSession } from '../hooks/session-context';
import type { AppHistory } from '../hooks/use-app-history';
import { PAGE_LABELS } from '../view-models/labels';
import { pagesOf, startPage } from '../view-models/pages';
import { changeFilters, formatRoute, parseRoute } from '../view-models/route';
import type { Filters } from '../view-models/route';
import { PageContent } from './page-content';

const panelStyle = xcss({ paddingBlock: 'space.200', width: '100%' });

interface PageTabsProps {
  readonly moduleKey: string;
  readonly history: AppHistory;
}

/**
 * The pages as tabs. Which one is open, and its filters, follow from the location alone. Whenever another page
 * opens, rights and time are read again.
 */
export function PageTabs({ moduleKey, history }: PageTabsProps) {
  const { roles } = useSession();
  const refresh = useRefreshSession();
  const { location, push, isInUrl } = history;
  const pages = useMemo(() => pagesOf(moduleKey, roles), [moduleKey, roles]);
  const route = useMemo(
    () => parseRoute(location, pages, startPage(moduleKey, roles)),
    [location, pages, moduleKey, roles],
  );

  const go = useCallback(
    (page: (typeof pages)[number], filters: Filters = {}) => {
      push(formatRoute({ page, filters }));
      refresh();
    },
    [push, refresh],
  );
  const filter = useCallback(
    (changes: Filters) =>
      push(formatRoute({ page: route.page, filters: changeFilters(route.filters, changes) })),
    [push, route],
  );
  const navigation = useMemo(
    () => ({ ...route, go, filter, findLink: isInUrl ? () => findLink(moduleKey, route) : null }),
    [route, go, filter, isInUrl, moduleKey],
  );

  return (
    <NavigationContext.Provider value={navigation}>
      <Tabs
        id="seattrace-pages"
        selected={Math.max(0, pages.indexOf(route.page))}
        onChange={(index) => go(pages[index] ?? route.page)}
      >
        <TabList>
          {pages.map((page) => (
            <Tab key={page}>{PAGE_LABELS[page]}</Tab>
          ))}
        </TabList>
        {pages.map((page) => (
          <TabPanel key={page}>
            <Box xcss={panelStyle}>{page === route.page ? <PageContent page={page} /> : null}</Box>
          </TabPanel>
        ))}
      </Tabs>
    </NavigationContext.Provider>
  );
}
