import { Inline, LoadingButton, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { CaseDetail } from '../../../../src/contract/handoff-replies';
import { announce } from '../../hooks/announce';
import type { ReplyError } from '../../hooks/call-resolver';
import { useSession } from '../../hooks/session-context';
import { useAction } from '../../hooks/use-action';
import { counted } from '../../view-models/counts';
import type { AnswerForm } from '../../view-models/handoffs';
import { answerErrors, answerPayload, EMPTY_ANSWER, openHandoffs } from '../../view-models/handoffs';
import { Subheading } from '../panel';
import { ActionError } from '../reply-message';
import { AnswerFields } from './answer-fields';
import { HandoffsTable } from './handoffs-table';

interface AnswerPanelProps {
  readonly detail: CaseDetail;
  readonly onAnswered: () => void;
  readonly onStale: (error: ReplyError) => void;
}

/** The people of a case, and the form that records what their owner answered. */
export function AnswerPanel({ detail, onAnswered, onStale }: AnswerPanelProps) {
  const { now, roles } = useSession();
  const open = openHandoffs(detail);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(open.map(({ handoffId }) => handoffId)),
  );
  const [form, setForm] = useState<AnswerForm>(EMPTY_ANSWER);
  const [tried, setTried] = useState(false);
  const record = useAction('answer-handoffs', onStale);
  const ids = [...chosen];
  const errors = answerErrors(form, ids, now);

  const toggle = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const send = async (): Promise<void> => {
    setTried(true);
    const payload = answerPayload(form, detail, ids);
    if (payload === null || Object.keys(errors).length > 0) return;
    if ((await record.run(payload)) === null) return;
    announce(
      `Answer recorded for ${counted(ids.length, 'handoff')}`,
      payload.answer === 'remove'
        ? 'When every owner agrees, the line can be decided as remove on the Review page.'
        : 'The lines follow the answer.',
    );
    onAnswered();
  };
  return (
    <Stack space="space.200">
      <Subheading>Whom it is about</Subheading>
      <HandoffsTable rows={detail.rows} chosen={chosen} onToggle={roles.reviewer ? toggle : null} />
      {open.length === 0 ? (
        <Text>Nothing in this case waits for an answer.</Text>
      ) : roles.reviewer ? (
        <Stack space="space.150">
          <Subheading>Record an answer</Subheading>
          <AnswerFields form={form} errors={tried ? errors : {}} onForm={setForm} />
          <ActionError error={record.error} />
          <Inline>
            <LoadingButton appearance="primary" isLoading={record.busy} onClick={() => void send()}>
              {`Record answer for ${counted(ids.length, 'handoff')}`}
            </LoadingButton>
          </Inline>
        </Stack>
      ) : (
        <Text color="color.text.subtle">A Jira administrator records the answer.</Text>
      )}
    </Stack>
  );
}
