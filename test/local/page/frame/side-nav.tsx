import AppsIcon from '@atlaskit/icon/core/apps';
import ArrowLeftIcon from '@atlaskit/icon/core/arrow-left';
import FilterIcon from '@atlaskit/icon/core/filter';
import HomeIcon from '@atlaskit/icon/core/home';
import ProjectIcon from '@atlaskit/icon/core/project';
import SettingsIcon from '@atlaskit/icon/core/settings';
import WorkItemsIcon from '@atlaskit/icon/core/work-items';
import { ButtonMenuItem } from '@atlaskit/side-nav-items/button-menu-item';
import { LinkMenuItem } from '@atlaskit/side-nav-items/link-menu-item';
import { MenuList } from '@atlaskit/side-nav-items/menu-list';
import { Divider, MenuSection, MenuSectionHeading } from '@atlaskit/side-nav-items/menu-section';
import type { PageHost } from '../page-host';
import { formatPageAddress } from '../page-address';
import { fullAddress } from '../session';

/** The sidebar that Jira shows beside this page. Only the app's own entry leads anywhere. */
export function FrameSideNav({ host }: { readonly host: PageHost }) {
  return host.session.module.place === 'global' ? <AppsNav host={host} /> : <SettingsNav host={host} />;
}

interface Elsewhere {
  readonly text: string;
  readonly icon?: typeof HomeIcon;
}

function elsewhere(host: PageHost, { text, icon: Icon }: Elsewhere) {
  return (
    <ButtonMenuItem
      key={text}
      onClick={() => host.sayElsewhere(text)}
      {...(Icon === undefined ? {} : { elemBefore: <Icon label="" color="currentColor" /> })}
    >
      {text}
    </ButtonMenuItem>
  );
}

function AppItem({ host, place }: { readonly host: PageHost; readonly place: 'admin' | 'global' }) {
  const module = host.state.modules.find((one) => one.place === place);
  if (module === undefined) return null;
  const address = { ...fullAddress(host.session), moduleKey: module.key };
  const home = { ...address, location: { pathname: '/', search: '', hash: '' } };
  return (
    <LinkMenuItem
      href={formatPageAddress(home, place === 'global')}
      isSelected
      elemBefore={<img src="/favicon.svg" alt="" width={16} height={16} />}
    >
      {host.state.app.name}
    </LinkMenuItem>
  );
}

function SettingsNav({ host }: { readonly host: PageHost }) {
  return (
    <MenuList>
      {elsewhere(host, { text: 'Back to Jira', icon: ArrowLeftIcon })}
      <Divider />
      <MenuSection>
        <MenuSectionHeading>Jira settings</MenuSectionHeading>
        <MenuList>
          {elsewhere(host, { text: 'System', icon: SettingsIcon })}
          {elsewhere(host, { text: 'Spaces', icon: ProjectIcon })}
          {elsewhere(host, { text: 'Work items', icon: WorkItemsIcon })}
        </MenuList>
      </MenuSection>
      <MenuSection>
        <MenuSectionHeading>Apps</MenuSectionHeading>
        <MenuList>
          {elsewhere(host, { text: 'Explore apps', icon: AppsIcon })}
          {elsewhere(host, { text: 'Connected apps', icon: SettingsIcon })}
          <AppItem host={host} place="admin" />
        </MenuList>
      </MenuSection>
    </MenuList>
  );
}

function AppsNav({ host }: { readonly host: PageHost }) {
  return (
    <MenuList>
      {elsewhere(host, { text: 'For you', icon: HomeIcon })}
      {elsewhere(host, { text: 'Spaces', icon: ProjectIcon })}
      {elsewhere(host, { text: 'Filters', icon: FilterIcon })}
      <MenuSection>
        <MenuSectionHeading>Apps</MenuSectionHeading>
        <MenuList>
          <AppItem host={host} place="global" />
        </MenuList>
      </MenuSection>
    </MenuList>
  );
}
