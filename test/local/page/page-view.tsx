import { AppPane } from './frame/app-pane';
import { FlagsView } from './frame/flags';
import { JiraFrame } from './frame/jira-frame';
import type { PageHost } from './page-host';
import { Strip } from './strip/strip';

/** Jira's look with the app in it, and apart from both the local control strip. */
export function PageView({ host }: { readonly host: PageHost }) {
  return (
    <>
      <JiraFrame host={host}>
        <AppPane host={host} />
      </JiraFrame>
      <FlagsView flags={host.flags} />
      <Strip host={host} />
    </>
  );
}
