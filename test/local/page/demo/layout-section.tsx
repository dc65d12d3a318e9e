import {
  AtlassianIcon,
  AtlassianTile,
  Bleed,
  Box,
  Frame,
  Image,
  Inline,
  Pressable,
  Stack,
  Text,
  Tile,
  xcss,
} from '@forge/react';
import { useState } from 'react';
import { Section } from './section';

const card = xcss({
  backgroundColor: 'elevation.surface.raised',
  boxShadow: 'elevation.shadow.raised',
  borderRadius: 'radius.large',
  padding: 'space.200',
  width: '220px',
  ':hover': { backgroundColor: 'elevation.surface.raised.hovered' },
});

const picture =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"%3E%3Crect width="8" height="8" fill="%231868db"/%3E%3C/svg%3E';

export function LayoutSection() {
  const [pressed, setPressed] = useState(0);
  return (
    <Section title="Layout">
      <Inline space="space.200" shouldWrap rowSpace="space.200">
        <Box xcss={card}>
          <Text>A raised box</Text>
        </Box>
        <Pressable xcss={card} onClick={() => setPressed(pressed + 1)}>
          <Text>Pressed {pressed} times</Text>
        </Pressable>
        <Box backgroundColor="color.background.neutral" padding="space.200">
          <Bleed inline="space.100">
            <Box backgroundColor="color.background.information" padding="space.050">
              <Text>Bleeds out</Text>
            </Box>
          </Bleed>
        </Box>
      </Inline>
      <Inline spread="space-between" alignBlock="center">
        <Text>Left</Text>
        <Text>Right</Text>
      </Inline>
      <Inline space="space.100" separator="·">
        <Text>One</Text>
        <Text>Two</Text>
        <Text>Three</Text>
      </Inline>
      <Inline space="space.200" alignBlock="center">
        <Image src={picture} alt="A square" size="medium" />
        <Tile label="Tile" size="medium" backgroundColor="color.background.accent.blue.subtler">
          <Image src={picture} alt="" size="xsmall" />
        </Tile>
        <AtlassianIcon glyph="task" label="Task" />
        <AtlassianTile glyph="bug" label="Bug" />
      </Inline>
      <Stack space="space.050" alignInline="start">
        <Frame resource="nothing" />
      </Stack>
    </Section>
  );
}
