import {
  AdfRenderer,
  Badge,
  Code,
  CodeBlock,
  Em,
  Heading,
  Icon,
  Inline,
  Link,
  List,
  ListItem,
  Lozenge,
  Stack,
  Strike,
  Strong,
  Text,
} from '@forge/react';
import { Section } from './section';

type Adf = Parameters<typeof AdfRenderer>[0]['document'];

const adf: Adf = {
  version: 1,
  type: 'doc',
  content: [
    {
      type: 'heading',
      attrs: { level: 3 },
      content: [{ type: 'text', text: 'A document' }],
    },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'With ' },
        { type: 'text', text: 'bold', marks: [{ type: 'strong' }] },
        { type: 'text', text: ' words and a list:' },
      ],
    },
    {
      type: 'bulletList',
      content: [
        {
          type: 'listItem',
          content: [{ type: 'paragraph', content: [{ type: 'text', text: 'One point' }] }],
        },
      ],
    },
  ],
};

export function TextSection() {
  return (
    <Section title="Text">
      <Stack space="space.100">
        <Heading as="h3" size="small">
          A small heading
        </Heading>
        <Text>
          Plain text with a <Link href="/browse/OPS-1">link to an issue</Link>, <Code>code</Code>,{' '}
          <Lozenge appearance="success">Active</Lozenge> and <Badge appearance="primary">{12}</Badge>.
        </Text>
        <Text as="strong">Strong text</Text>
        <Text as="em" color="color.text.subtle">
          Emphasised, subtle text
        </Text>
        <Text as="strike">Struck text</Text>
        <Text>
          <Strong>Older</Strong> <Em>inline</Em> <Strike>components</Strike>
        </Text>
        <Text maxLines={1} size="small">
          Small text that is cut after one line.
        </Text>
        <Inline space="space.100" alignBlock="center">
          <Icon glyph="check-circle" label="Done" color="color.icon.success" />
          <Icon glyph="warning" label="Warning" color="color.icon.warning" />
          <Icon glyph="person" label="Person" />
        </Inline>
        <List type="unordered">
          <ListItem>First</ListItem>
          <ListItem>Second</ListItem>
        </List>
        <List type="ordered">
          <ListItem>First step</ListItem>
          <ListItem>Second step</ListItem>
        </List>
        <CodeBlock language="json" text={'{\n  "verdict": "cleanup"\n}'} showLineNumbers />
        <AdfRenderer document={adf} />
      </Stack>
    </Section>
  );
}
