import { Heading, Inline, Stack, Text } from '@forge/react';
import React from 'react';

interface PageHeaderProps {
  readonly title: string;
  readonly description: string;
  readonly actions?: React.ReactNode;
}

/** What the page is for, and its main actions. */
export function PageHeader({ title, description, actions }: PageHeaderProps) {
  return (
    <Inline spread="space-between" alignBlock="start" space="space.200" shouldWrap>
      <Stack space="space.050">
        <Heading size="large" as="h2">
          {title}
        </Heading>
        <Text color="color.text.subtle">{description}</Text>
      </Stack>
      {actions}
    </Inline>
  );
}
