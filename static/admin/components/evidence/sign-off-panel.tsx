import { Inline, LoadingButton, SectionMessage, Stack, Text, User } from '@forge/react';
import React, { useState } from 'react';
import type { CycleView } from '../../../../src/contract/review-replies';
import { announce } from '../../hooks/announce';
import { useRefreshSession, useSession } from '../../hooks/session-context';
import { useAction } from '../../hooks/use-action';
import { signOffLine } from '../../view-models/cycle';
import { signOffObstacles } from '../../view-models/evidence';
import { LongTextInput } from '../fields';
import { Panel } from '../panel';
import { ActionError } from '../reply-message';
import { SentenceList } from '../rich-text';

/** Shortest statement that the back end takes, in characters. */
const SHORTEST_STATEMENT = 3;

interface SignOffPanelProps {
  readonly cycle: CycleView;
  readonly onSigned: () => void;
}

/** The sign-off: given once, with a statement, when nothing stands against it any more. */
export function SignOffPanel({ cycle, onSigned }: SignOffPanelProps) {
  const session = useSession();
  const [statement, setStatement] = useState('');
  const signOff = useAction('sign-off', onSigned);
  const refreshSession = useRefreshSession();
  const signed = signOffLine(cycle);
  if (signed !== null) return <Signed cycle={cycle} when={signed} />;
  const obstacles = signOffObstacles(cycle, session);
  const send = async (): Promise<void> => {
    const after = await signOff.run({ cycleId: cycle.cycleId, statement: statement.trim() });
    if (after === null) return;
    announce('Signed off', 'Nothing in this review changes any more. Download the files for your auditor.');
    onSigned();
    if (cycle.rehearsal) refreshSession();
  };
  return (
    <Panel title="Sign-off">
      {obstacles.length === 0 ? null : (
        <SectionMessage appearance="information" title="What sign-off waits for">
          <SentenceList texts={obstacles} none="" />
        </SectionMessage>
      )}
      {session.roles.signOff ? (
        <Stack space="space.150">
          <LongTextInput
            id="statement"
            label="Statement"
            help="Printed on the sign-off, for example what was reviewed and what remains open."
            isRequired
            isDisabled={obstacles.length > 0}
            start=""
            onText={setStatement}
          />
          <ActionError error={signOff.error} />
          <Inline>
            <LoadingButton
              appearance="primary"
              isLoading={signOff.busy}
              isDisabled={obstacles.length > 0 || statement.trim().length < SHORTEST_STATEMENT}
              onClick={() => void send()}
            >
              Sign off
            </LoadingButton>
          </Inline>
        </Stack>
      ) : null}
    </Panel>
  );
}

function Signed({ cycle, when }: { readonly cycle: CycleView; readonly when: string }) {
  return (
    <Panel title="Sign-off">
      <SectionMessage appearance="success" title={when}>
        <Text>
          {'By '}
          {cycle.signedOffBy === null ? (
            'somebody whose account is not told'
          ) : (
            <User accountId={cycle.signedOffBy} />
          )}
        </Text>
        <SentenceList texts={(cycle.statement ?? '').split('\n')} none="No statement was recorded." />
      </SectionMessage>
    </Panel>
  );
}
