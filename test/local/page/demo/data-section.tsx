import { Badge, Comment, Image, Inline, Lozenge, Tag, TagGroup, Text } from '@forge/react';
import { Section } from './section';

const LOOKS = [
  'default',
  'success',
  'inprogress',
  'moved',
  'new',
  'removed',
  'warning',
  'danger',
  'information',
] as const;
const picture =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"%3E%3Ccircle cx="4" cy="4" r="4" fill="%2322a06b"/%3E%3C/svg%3E';

export function DataSection() {
  return (
    <Section title="Labels and comments">
      <Inline space="space.100" shouldWrap>
        {LOOKS.map((look) => (
          <Lozenge key={look} appearance={look}>
            {look}
          </Lozenge>
        ))}
      </Inline>
      <Inline space="space.100">
        <Badge>{5}</Badge>
        <Badge appearance="important" max={99}>
          {250}
        </Badge>
        <Badge appearance="added">{3}</Badge>
        <Badge appearance="removed">{4}</Badge>
      </Inline>
      <TagGroup>
        <Tag text="jira-users-acme" />
        <Tag text="synced" color="blue" isRemovable={false} />
        <Tag text="removable" isRemovable removeButtonLabel="Remove" />
      </TagGroup>
      <Comment
        avatar={<Image src={picture} alt="" size="medium" />}
        author={{ text: 'Ada Admin' }}
        time={{ text: '2 November 2026' }}
        content={<Text>Keep this seat until the audit is over.</Text>}
        actions={[{ text: 'Reply', onClick: () => undefined }]}
      />
    </Section>
  );
}
