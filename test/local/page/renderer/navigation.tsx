import type {
  BreadcrumbsItemProps,
  BreadcrumbsProps,
  LinkProps,
  PaginationProps,
  TabPanelProps,
  TabProps,
  TabsProps,
} from '@atlaskit/forge-react-types';
import AtlaskitBreadcrumbs, { BreadcrumbsItem as AtlaskitBreadcrumbsItem } from '@atlaskit/breadcrumbs';
import AtlaskitLink from '@atlaskit/link';
import AtlaskitPagination from '@atlaskit/pagination';
import AtlaskitTabs, {
  Tab as AtlaskitTab,
  TabList as AtlaskitTabList,
  TabPanel as AtlaskitTabPanel,
} from '@atlaskit/tabs';
import { iconComponent } from './icons';
import type { NodeProps } from './node-props';

export function Tabs({ props, children }: NodeProps<Omit<TabsProps, 'children'>>) {
  return <AtlaskitTabs {...props}>{children}</AtlaskitTabs>;
}

export function TabList({ children }: NodeProps<unknown>) {
  return <AtlaskitTabList>{children}</AtlaskitTabList>;
}

export function Tab({ props, children }: NodeProps<Omit<TabProps, 'children'>>) {
  return <AtlaskitTab {...props}>{children}</AtlaskitTab>;
}

export function TabPanel({ props, children }: NodeProps<Omit<TabPanelProps, 'children'>>) {
  return <AtlaskitTabPanel {...props}>{children}</AtlaskitTabPanel>;
}

export function Breadcrumbs({ props, children }: NodeProps<Omit<BreadcrumbsProps, 'children'>>) {
  return <AtlaskitBreadcrumbs {...props}>{children}</AtlaskitBreadcrumbs>;
}

export function BreadcrumbsItem({ props }: NodeProps<BreadcrumbsItemProps>) {
  const { iconBefore, iconAfter, ...rest } = props;
  const Before = iconBefore === undefined ? undefined : iconComponent(iconBefore);
  const After = iconAfter === undefined ? undefined : iconComponent(iconAfter);
  return (
    <AtlaskitBreadcrumbsItem
      {...rest}
      {...(Before === undefined ? {} : { iconBefore: <Before label="" /> })}
      {...(After === undefined ? {} : { iconAfter: <After label="" /> })}
    />
  );
}

export function Pagination({ props }: NodeProps<PaginationProps>) {
  return <AtlaskitPagination {...props} />;
}

export function Link({ props, children }: NodeProps<Omit<LinkProps, 'children'>>) {
  return (
    <AtlaskitLink href={props.href} {...(props.openNewTab === true ? { target: '_blank' } : {})}>
      {children}
    </AtlaskitLink>
  );
}
