import { CodeBlock, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { CaseDetail } from '../../../../src/contract/handoff-replies';
import type { ReplyError } from '../../hooks/call-resolver';
import { useSession } from '../../hooks/session-context';
import { useResolver } from '../../hooks/use-resolver';
import { formatTime } from '../../view-models/dates';
import { caseDue, caseInWords, openHandoffs, ownerInWords } from '../../view-models/handoffs';
import { ReadingDialog } from '../dialog';
import { Subheading } from '../panel';
import { OvertakenMessage } from '../reply-message';
import { Sentence } from '../rich-text';
import { Remote } from '../states';
import { AnswerPanel } from './answer-panel';

interface CaseModalProps {
  readonly caseId: string;
  readonly onClose: () => void;
  readonly onAnswered: () => void;
}

/** One owner's question: why it is theirs, whom it is about, what to send, and what they answered. */
export function CaseModal({ caseId, onClose, onAnswered }: CaseModalProps) {
  const detail = useResolver('get-case', { caseId });
  const [changed, setChanged] = useState<ReplyError | null>(null);
  const answered = (): void => {
    setChanged(null);
    detail.reload();
    onAnswered();
  };
  const stale = (error: ReplyError): void => {
    answered();
    setChanged(error);
  };
  return (
    <ReadingDialog title="Case" onClose={onClose}>
      <Remote state={detail} what="the case">
        {(data) => (
          <Stack space="space.250">
            {changed === null ? null : <OvertakenMessage error={changed} />}
            <CaseSummary detail={data} />
            <AnswerPanel
              key={`${data.caseId}/${String(openHandoffs(data).length)}`}
              detail={data}
              onAnswered={answered}
              onStale={stale}
            />
            <Stack space="space.100">
              <Subheading>Packet to copy</Subheading>
              <Text>Copy this text into a ticket or mail.</Text>
              <CodeBlock text={data.packet} language="text" shouldWrapLongLines />
            </Stack>
          </Stack>
        )}
      </Remote>
    </ReadingDialog>
  );
}

function CaseSummary({ detail }: { readonly detail: CaseDetail }) {
  const { now } = useSession();
  return (
    <Stack space="space.075">
      <Text weight="bold">{ownerInWords(detail)}</Text>
      <Sentence
        text={`${detail.cause}. ${caseInWords(detail)}. ${caseDue(detail, now)}. As of ${formatTime(detail.asOf)}.`}
      />
      <Subheading>The question</Subheading>
      <Sentence size="large" text={detail.question} />
      <Sentence text={detail.why} />
    </Stack>
  );
}
