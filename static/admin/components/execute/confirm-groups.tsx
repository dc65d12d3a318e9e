import { Button, Inline, ModalTransition, SectionMessage, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { PlanView } from '../../../../src/contract/execution-replies';
import { announce } from '../../hooks/announce';
import { useSession } from '../../hooks/session-context';
import { useAction } from '../../hooks/use-action';
import { ReasonModal } from '../reason-modal';

interface ConfirmGroupsProps {
  readonly groups: PlanView['toConfirm'];
  readonly onConfirmed: () => void;
}

/** Default groups of which nobody told that they are not synced: a site administrator says so once. */
export function ConfirmGroups({ groups, onConfirmed }: ConfirmGroupsProps) {
  const { roles } = useSession();
  const [asked, setAsked] = useState<PlanView['toConfirm'][number] | null>(null);
  const confirm = useAction('confirm-group');
  const send = async (reason: string): Promise<void> => {
    if (asked === null) return;
    const after = await confirm.run({ groupId: asked.id, reason });
    if (after === null) return;
    setAsked(null);
    announce(`Group ${asked.name} confirmed`, 'The plan is read again with its removals.');
    onConfirmed();
  };
  if (groups.length === 0) return null;
  return (
    <Stack>
      <SectionMessage appearance="warning" title="Groups to confirm before the first removal">
        <Stack space="space.100">
          <Text>
            That these groups are not synced is only inferred. A site administrator confirms it once; until
            then the plan leaves them out.
          </Text>
          {groups.map((group) => (
            <Inline key={group.id} space="space.150" alignBlock="center">
              <Text weight="medium">{group.name}</Text>
              {roles.siteAdmin ? (
                <Button spacing="compact" onClick={() => setAsked(group)}>
                  Confirm not synced
                </Button>
              ) : (
                <Text color="color.text.subtle">Waits for a site administrator.</Text>
              )}
            </Inline>
          ))}
        </Stack>
      </SectionMessage>
      <ModalTransition>
        {asked === null ? null : (
          <ReasonModal
            title={`Confirm ${asked.name}`}
            text="You say that no identity provider owns the members of this group, so that removals from it last. Say how you know."
            confirm="Confirm not synced"
            busy={confirm.busy}
            error={confirm.error}
            onConfirm={(reason) => void send(reason)}
            onClose={() => setAsked(null)}
          />
        )}
      </ModalTransition>
    </Stack>
  );
}
