import { Button, Inline, Stack, Text } from '@forge/react';
import React from 'react';
import type { GroupRow } from '../../../../src/contract/group-replies';
import { useNavigation } from '../../hooks/navigation-context';
import { counted } from '../../view-models/counts';
import { grantAsPath, groupRemarks, sourceReasons, staleShare } from '../../view-models/groups';
import { ReadingDialog } from '../dialog';
import { PathTags } from '../lozenges';
import { Subheading } from '../panel';
import { SentenceList } from '../rich-text';
import { GroupUse } from './group-use';

interface GroupModalProps {
  readonly group: GroupRow;
  readonly onClose: () => void;
}

/** What a group grants, why its source is believed, what a change of it would do, and its use in projects. */
export function GroupModal({ group, onClose }: GroupModalProps) {
  const { go } = useNavigation();
  return (
    <ReadingDialog title={group.name} onClose={onClose}>
      <Stack space="space.250">
        <Inline space="space.200" alignBlock="center" shouldWrap>
          <Text>{`${counted(group.people, 'person')} in it who bill`}</Text>
          <Text>{`Stale: ${staleShare(group)}`}</Text>
          <Button spacing="compact" onClick={() => go('seats', { group: group.id })}>
            Show its seats
          </Button>
        </Inline>
        <Stack space="space.100">
          <Subheading>What it grants, and whose it is</Subheading>
          <PathTags paths={group.grants.map((grant) => grantAsPath(group, grant))} />
          <SentenceList texts={sourceReasons(group)} none="It grants no seat." />
        </Stack>
        <Stack space="space.100">
          <Subheading>What changing it would do</Subheading>
          <SentenceList texts={group.grants.map(({ effect }) => effect)} none="Nothing would change." />
        </Stack>
        <Stack space="space.100">
          <Subheading>Worth knowing</Subheading>
          <SentenceList texts={groupRemarks(group)} none="Nothing stands out." />
        </Stack>
        <GroupUse groupId={group.id} />
      </Stack>
    </ReadingDialog>
  );
}
