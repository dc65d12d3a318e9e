import {
  Button,
  EmptyState,
  Inline,
  ProgressBar,
  ProgressTracker,
  SectionMessage,
  SectionMessageAction,
  Spinner,
  Text,
} from '@forge/react';
import { Section } from './section';

const LOOKS = ['information', 'warning', 'error', 'success', 'discovery'] as const;

export function MessagesSection() {
  return (
    <Section title="Messages">
      {LOOKS.map((look) => (
        <SectionMessage
          key={look}
          appearance={look}
          title={`A message: ${look}`}
          actions={[
            <SectionMessageAction key="a" onClick={() => undefined}>
              Do something
            </SectionMessageAction>,
            <SectionMessageAction key="b" href="/jira/settings">
              Read more
            </SectionMessageAction>,
          ]}
        >
          <Text>What happened and what to do about it.</Text>
        </SectionMessage>
      ))}
      <Inline space="space.200" alignBlock="center">
        <Spinner size="medium" label="Reading" />
        <Text>Reading groups</Text>
      </Inline>
      <ProgressBar value={0.4} ariaLabel="Removals" />
      <ProgressBar isIndeterminate ariaLabel="Scan" />
      <ProgressTracker
        items={[
          { id: 'scan', label: 'Scan', percentageComplete: 100, status: 'visited' },
          { id: 'decide', label: 'Decide', percentageComplete: 40, status: 'current' },
          { id: 'approve', label: 'Approve', percentageComplete: 0, status: 'unvisited' },
          { id: 'execute', label: 'Execute', percentageComplete: 0, status: 'disabled' },
        ]}
      />
      <EmptyState
        header="No review cycle yet"
        description="Scan first, then open a cycle on the snapshot."
        primaryAction={<Button appearance="primary">Open a cycle</Button>}
        secondaryAction={<Button appearance="subtle">Scan now</Button>}
      />
    </Section>
  );
}
