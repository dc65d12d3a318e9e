import { Box, Heading, Stack, xcss } from '@forge/react';
import type { ReactNode } from 'react';

const frame = xcss({
  borderColor: 'color.border',
  borderStyle: 'solid',
  borderWidth: 'border.width',
  borderRadius: 'radius.large',
});

/** A titled box of the gallery. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Box xcss={frame} padding="space.200">
      <Stack space="space.200">
        <Heading as="h2" size="medium">
          {title}
        </Heading>
        {children}
      </Stack>
    </Box>
  );
}
