import { Box, Icon, Inline, Lozenge, Stack, Tag, Text, User, xcss } from '@forge/react';
import React from 'react';
import type { SeatDetail } from '../../../../src/contract/seat-replies';
import type { PathPicture } from '../../view-models/seat-detail';
import { pathPictures, pathsTitle } from '../../view-models/seat-detail';
import { Subheading } from '../panel';

const NODE = {
  borderStyle: 'solid',
  borderWidth: 'border.width',
  borderRadius: 'radius.medium',
  paddingBlock: 'space.075',
  paddingInline: 'space.150',
} as const;

/** Never so narrow that a name breaks within a word. */
const endNode = xcss({ ...NODE, borderColor: 'color.border', minWidth: '120px' });
const middle = xcss({ minWidth: '0px', flexGrow: '1' });

/** Both ends of a longer picture stand at its top, where reading begins. */
const MOST_CENTRED = 6;

/** A node in its source's colour, which repeats what its tag says. */
function colouredNode(color: PathPicture['color']) {
  return xcss({
    ...NODE,
    borderColor: `color.border.accent.${color}`,
    backgroundColor: `color.background.accent.${color}.subtlest`,
  });
}

/** Account → group → product: one way in the middle for each path. Every colour and arrow is also said in words. */
export function PathPictures({ seat }: { readonly seat: SeatDetail }) {
  const pictures = pathPictures(seat);
  return (
    <Stack space="space.150">
      <Subheading>{pathsTitle(seat)}</Subheading>
      <Inline space="space.100" alignBlock={pictures.length > MOST_CENTRED ? 'start' : 'center'}>
        <Box xcss={endNode}>
          <User accountId={seat.accountId} />
        </Box>
        <Box xcss={middle}>
          <Stack space="space.100">
            {pictures.map((picture) => (
              <PathRow key={picture.key} picture={picture} />
            ))}
          </Stack>
        </Box>
        <Box xcss={endNode}>
          <Text weight="medium">{seat.productName}</Text>
        </Box>
      </Inline>
    </Stack>
  );
}

function PathRow({ picture }: { readonly picture: PathPicture }) {
  const { label, color, name, note, about, after } = picture;
  return (
    <Inline space="space.100" alignBlock="center">
      <Icon glyph="arrow-right" size="small" label="through" />
      <Box xcss={middle}>
        <Box xcss={colouredNode(color)}>
          <Stack space="space.050">
            <Inline space="space.100" rowSpace="space.050" alignBlock="center" shouldWrap>
              <Tag text={label} color={color} isRemovable={false} />
              {name === '' ? null : <Text weight="medium">{name}</Text>}
              {note === '' ? null : <Text size="small">{`(${note})`}</Text>}
              {after === '' ? null : <Lozenge maxWidth="280px">{after}</Lozenge>}
            </Inline>
            {about === '' ? null : <Text size="small">{about}</Text>}
          </Stack>
        </Box>
      </Box>
      <Icon glyph="arrow-right" size="small" label="gives" />
    </Inline>
  );
}
