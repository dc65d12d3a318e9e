import { asApp, route } from '@forge/api';
import type { SiteDirectory } from '../ports/site-directory';
import type { Http } from './http';
import { JSON_HEADERS } from './jira-project-gateway';
import { getDashboardSearch, getFilterSearch, postSearchApproximateCount } from './jira-schemas';

type Counts = Pick<SiteDirectory, 'countOpenIssues' | 'countFilters' | 'countDashboards'>;

/** What depends on a person, read as the app: only what its account may see. A page of one row tells the total. */
export function createJiraDependents(http: Http): Counts {
  return {
    async countOpenIssues(accountId) {
      const jql = `assignee = "${accountId}" AND statusCategory != Done`;
      const { count } = await http.read('open issues', postSearchApproximateCount, () =>
        asApp().requestJira(route`/rest/api/3/search/approximate-count`, {
          method: 'POST',
          headers: JSON_HEADERS,
          body: JSON.stringify({ jql }),
        }),
      );
      return count;
    },
    async countFilters(accountId) {
      // An experimental parameter, for administrators of Jira: filters that are not shared with the app count too.
      const { total } = await http.read('filters', getFilterSearch, () =>
        asApp().requestJira(
          route`/rest/api/3/filter/search?accountId=${accountId}&overrideSharePermissions=true&maxResults=1`,
        ),
      );
      return total;
    },
    async countDashboards(accountId) {
      const { total } = await http.read('dashboards', getDashboardSearch, () =>
        asApp().requestJira(route`/rest/api/3/dashboard/search?accountId=${accountId}&maxResults=1`),
      );
      return total;
    },
  };
}
