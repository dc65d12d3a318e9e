import {
  Breadcrumbs,
  BreadcrumbsItem,
  Button,
  ButtonGroup,
  Link,
  LinkButton,
  LoadingButton,
  Tab,
  TabList,
  TabPanel,
  Tabs,
  Text,
} from '@forge/react';
import { useState } from 'react';
import { Section } from './section';

export function NavigationSection() {
  const [isLoading, setIsLoading] = useState(false);
  return (
    <Section title="Navigation and buttons">
      <Breadcrumbs>
        <BreadcrumbsItem href="/jira/settings/apps/seattrace-admin" text="Review cycles" />
        <BreadcrumbsItem href="/jira/settings/apps/seattrace-admin" text="November 2026" />
      </Breadcrumbs>
      <Tabs id="gallery-tabs">
        <TabList>
          <Tab>Overview</Tab>
          <Tab>Seats</Tab>
          <Tab>Evidence</Tab>
        </TabList>
        <TabPanel>
          <Text>The first panel</Text>
        </TabPanel>
        <TabPanel>
          <Text>The second panel</Text>
        </TabPanel>
        <TabPanel>
          <Text>The third panel</Text>
        </TabPanel>
      </Tabs>
      <ButtonGroup label="Looks">
        <Button>Default</Button>
        <Button appearance="primary" iconBefore="add">
          Primary
        </Button>
        <Button appearance="subtle">Subtle</Button>
        <Button appearance="warning">Warning</Button>
        <Button appearance="danger">Danger</Button>
        <Button isDisabled>Disabled</Button>
        <LinkButton href="https://www.atlassian.com" target="_blank">
          Link button
        </LinkButton>
        <LoadingButton isLoading={isLoading} onClick={() => setIsLoading(true)}>
          Load
        </LoadingButton>
      </ButtonGroup>
      <Text>
        <Link href="https://www.atlassian.com" openNewTab>
          A link to a new tab
        </Link>
      </Text>
    </Section>
  );
}
