import { Button, ButtonGroup, ModalTransition, SectionMessage, Text } from '@forge/react';
import React, { useState } from 'react';
import type { NoticeView } from '../../../../src/contract/notice-replies';
import { announce } from '../../hooks/announce';
import { useSession } from '../../hooks/session-context';
import { useTelling, type TellingControl } from '../../hooks/use-telling';
import { daysInWords, noticeInWords } from '../../view-models/notice';
import { Panel } from '../panel';
import { ActionError } from '../reply-message';
import { Sentence } from '../rich-text';
import { NoticeMessage } from './notice-message';
import { NoticeTable } from './notice-table';

interface NoticePanelProps {
  readonly notice: NoticeView;
  /** Somebody was told: the plan and the review stand otherwise. */
  readonly onTold: () => void;
}

/** The step before the plan: who is told, who was, who could not be, and what they say. */
export function NoticePanel({ notice: known, onTold }: NoticePanelProps) {
  const control = useTelling(known, (after) => {
    announce('Everybody concerned was told, or is listed', `${noticeInWords(after)}.`);
    onTold();
  });
  const { notice, error } = control;
  const [reading, setReading] = useState(false);
  if (notice.days === 0) return <NoNotice notice={notice} />;
  if (notice.rows.length === 0 && notice.waiting === 0) return null;
  return (
    <Panel
      title="Tell the people concerned"
      description={daysInWords(notice)}
      actions={<NoticeButtons control={control} onRead={() => setReading(true)} />}
    >
      <Text weight="medium">{`${noticeInWords(notice)}.`}</Text>
      {notice.mayNotBecause === null || notice.waiting === 0 ? null : (
        <SectionMessage appearance="warning" title="Nobody can be told yet">
          <Sentence text={notice.mayNotBecause} />
        </SectionMessage>
      )}
      <ActionError error={error} />
      <NoticeTable notice={notice} />
      <ModalTransition>
        {reading && notice.preview !== null ? (
          <NoticeMessage preview={notice.preview} onClose={() => setReading(false)} />
        ) : null}
      </ModalTransition>
    </Panel>
  );
}

function NoNotice({ notice: { mayNotBecause } }: { readonly notice: NoticeView }) {
  return (
    <SectionMessage appearance="information" title="Nobody is told before removals">
      <Sentence text={mayNotBecause ?? 'This review gives no notice.'} />
    </SectionMessage>
  );
}

interface NoticeButtonsProps {
  readonly control: TellingControl;
  readonly onRead: () => void;
}

function NoticeButtons({ control, onRead }: NoticeButtonsProps) {
  const { roles } = useSession();
  const { notice, telling, tell, pause } = control;
  return (
    <ButtonGroup>
      {notice.preview === null ? null : (
        <Button appearance="subtle" onClick={onRead}>
          Show the message
        </Button>
      )}
      {!roles.reviewer || notice.waiting === 0 ? null : telling ? (
        <Button onClick={pause}>Pause</Button>
      ) : (
        <Button appearance="primary" isDisabled={notice.mayNotBecause !== null} onClick={tell}>
          Tell them now
        </Button>
      )}
    </ButtonGroup>
  );
}
