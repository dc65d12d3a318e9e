import { Stack, Text, User, UserGroup, UserPicker } from '@forge/react';
import { useState } from 'react';
import { Section } from './section';

const ADA = '712020:00000000-0000-4000-8000-000000000001';
const BRAM = '712020:00000000-0000-4000-8000-000000000002';

export function PeopleSection() {
  const [picked, setPicked] = useState('nobody');
  return (
    <Section title="People">
      <Stack space="space.150">
        <User accountId={ADA} />
        <Text>
          Inside a text: <User accountId={BRAM} />
        </Text>
        <UserGroup>
          <User accountId={ADA} />
          <User accountId={BRAM} hideDisplayName />
        </UserGroup>
        <UserPicker
          name="owner"
          label="Case owner"
          description="Searches names, e-mail addresses and account ids."
          isRequired
          onChange={(user) => setPicked(user.name)}
        />
        <Text>Picked: {picked}</Text>
        <UserPicker name="approvers" label="Approvers" isMulti defaultValue={[ADA, BRAM]} />
      </Stack>
    </Section>
  );
}
