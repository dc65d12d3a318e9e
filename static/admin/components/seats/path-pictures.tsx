import { Box, Icon, Inline, Lozenge, Stack, Tag, Text, User, xcss } from '@forge/react';
import React from 'react';
import type { SeatDetail } from '../../../../src/contract/seat-replies';
import { counted } from '../../view-models/counts';
import type { PathPicture } from '../../view-models/seat-detail';
import { pathPictures } from '../../view-models/seat-detail';
import { Subheading } from '../panel';
import { Sentence } from '../rich-text';

const nodeStyle = xcss({
  borderColor: 'color.border',
  borderStyle: 'solid',
  borderWidth: 'border.width',
  borderRadius: 'radius.medium',
  paddingBlock: 'space.075',
  paddingInline: 'space.150',
});

/** Account → group → product, one row per path. Every arrow and colour is also said in words below it. */
export function PathPictures({ seat }: { readonly seat: SeatDetail }) {
  const pictures = pathPictures(seat);
  return (
    <Stack space="space.150">
      <Subheading>
        {pictures.length === 1
          ? 'The one path'
          : `${String(pictures.length)} paths, each enough to keep the seat`}
      </Subheading>
      {pictures.map((picture) => (
        <PathRow key={picture.key} picture={picture} seat={seat} />
      ))}
      {pictures.length === 0 ? <Text>{`No path is known (${counted(0, 'group')}).`}</Text> : null}
    </Stack>
  );
}

function PathRow({ picture, seat }: { readonly picture: PathPicture; readonly seat: SeatDetail }) {
  const { label, color, name, note, words, after, why } = picture;
  return (
    <Stack space="space.050">
      <Inline space="space.100" rowSpace="space.050" alignBlock="center" shouldWrap>
        <Box xcss={nodeStyle}>
          <User accountId={seat.accountId} />
        </Box>
        <Icon glyph="arrow-right" size="small" label="through" />
        <Box xcss={nodeStyle}>
          <Inline space="space.050" alignBlock="center" shouldWrap>
            <Tag text={label} color={color} isRemovable={false} />
            {name === '' ? null : <Text weight="medium">{name}</Text>}
            {note === '' ? null : (
              <Text size="small" color="color.text.subtle">
                {`(${note})`}
              </Text>
            )}
          </Inline>
        </Box>
        <Icon glyph="arrow-right" size="small" label="through" />
        <Box xcss={nodeStyle}>
          <Text weight="medium">{seat.productName}</Text>
        </Box>
        {after === '' ? null : <Lozenge maxWidth="280px">{after}</Lozenge>}
      </Inline>
      <Text size="small">{words}</Text>
      {why === '' ? null : <Sentence size="small" isSubtle text={why} />}
    </Stack>
  );
}
