import { Box, Heading, Inline, Stack, Text, xcss } from '@forge/react';
import React from 'react';

const panelStyle = xcss({
  borderColor: 'color.border',
  borderStyle: 'solid',
  borderWidth: 'border.width',
  borderRadius: 'radius.medium',
  padding: 'space.200',
});

interface PanelProps {
  readonly title: string;
  readonly description?: string | undefined;
  /** Buttons at the right of the title. */
  readonly actions?: React.ReactNode;
  readonly children: React.ReactNode;
}

/** A titled part of a page. */
export function Panel({ title, description, actions, children }: PanelProps) {
  return (
    <Box xcss={panelStyle}>
      <Stack space="space.150">
        <Inline spread="space-between" alignBlock="center" space="space.100" shouldWrap>
          <Heading size="small" as="h3">
            {title}
          </Heading>
          {actions}
        </Inline>
        {description === undefined ? null : <Text color="color.text.subtle">{description}</Text>}
        {children}
      </Stack>
    </Box>
  );
}

/** A small heading inside a panel or dialog. */
export function Subheading({ children }: { readonly children: string }) {
  return (
    <Heading size="xsmall" as="h4">
      {children}
    </Heading>
  );
}
