import type { ReactNode } from 'react';
import { PersonAvatar } from '../people/person-avatar';
import Breadcrumbs, { BreadcrumbsItem } from '@atlaskit/breadcrumbs';
import Heading from '@atlaskit/heading';
import { JiraIcon } from '@atlaskit/logo';
import { Main } from '@atlaskit/navigation-system/layout/main';
import { Root } from '@atlaskit/navigation-system/layout/root';
import {
  SideNav,
  SideNavBody,
  SideNavPanelSplitter,
  SideNavToggleButton,
} from '@atlaskit/navigation-system/layout/side-nav';
import { TopNav, TopNavEnd, TopNavMiddle, TopNavStart } from '@atlaskit/navigation-system/layout/top-nav';
import {
  AppLogo,
  AppSwitcher,
  CreateButton,
  Help,
  Search,
  Settings,
} from '@atlaskit/navigation-system/top-nav-items';
import type { PageHost } from '../page-host';
import { FrameSideNav } from './side-nav';

/** Jira around the app: administration for the admin pages, Jira's apps for the global page. */
export function JiraFrame({ host, children }: { readonly host: PageHost; readonly children: ReactNode }) {
  const isGlobal = host.session.module.place === 'global';
  const say = (what: string) => () => host.sayElsewhere(what);
  return (
    <Root isSideNavShortcutEnabled={false}>
      <TopNav>
        <TopNavStart
          sideNavToggleButton={
            <SideNavToggleButton expandLabel="Expand sidebar" collapseLabel="Collapse sidebar" />
          }
        >
          <AppSwitcher label="Switch between Atlassian apps" onClick={say('the app switcher')} />
          <AppLogo
            name="Jira"
            label="Jira home"
            href="/"
            icon={JiraIcon}
            onClick={(event) => {
              event.preventDefault();
              host.sayElsewhere('Jira’s home');
            }}
          />
        </TopNavStart>
        <TopNavMiddle>
          <Search label="Search" onClick={say('Jira’s search')} />
          <CreateButton onClick={say('the create dialog')}>Create</CreateButton>
        </TopNavMiddle>
        <TopNavEnd>
          <Help label="Help" onClick={say('Atlassian’s help')} />
          <Settings label="Settings" onClick={say('Jira settings')} isSelected={!isGlobal} />
          <li className="frame-profile" title={host.session.person.name}>
            <PersonAvatar size="small" name={host.session.person.name} />
          </li>
        </TopNavEnd>
      </TopNav>
      <SideNav label={isGlobal ? 'Jira' : 'Jira settings'} defaultWidth={264}>
        <SideNavBody>
          <FrameSideNav host={host} />
        </SideNavBody>
        <SideNavPanelSplitter label="Resize sidebar" />
      </SideNav>
      <Main>
        <div className="frame-main">
          <FrameHeader host={host} isGlobal={isGlobal} />
          {children}
        </div>
      </Main>
    </Root>
  );
}

function FrameHeader({ host, isGlobal }: { readonly host: PageHost; readonly isGlobal: boolean }) {
  return (
    <header className="frame-header" onClick={(event) => event.preventDefault()}>
      <Breadcrumbs>
        {isGlobal ? null : <BreadcrumbsItem href="#" text="Jira settings" />}
        <BreadcrumbsItem href="#" text="Apps" />
      </Breadcrumbs>
      <div className="frame-title">
        <img src="/favicon.svg" alt="" width={28} height={28} />
        <Heading size="large" as="h1">
          {host.session.address.app === 'gallery' ? 'Component gallery' : host.session.module.title}
        </Heading>
      </div>
    </header>
  );
}
