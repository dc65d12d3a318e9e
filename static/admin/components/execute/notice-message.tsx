import { CodeBlock, Stack, Text, User } from '@forge/react';
import React from 'react';
import type { NoticeView } from '../../../../src/contract/notice-replies';
import { ReadingDialog } from '../dialog';

interface NoticeMessageProps {
  readonly preview: NonNullable<NoticeView['preview']>;
  readonly onClose: () => void;
}

/** The very message that the next person is sent. */
export function NoticeMessage({ preview, onClose }: NoticeMessageProps) {
  return (
    <ReadingDialog title="Message to the next person" onClose={onClose}>
      <Stack space="space.150">
        <Text>
          {'To '}
          <User accountId={preview.accountId} />
          {', and to nobody else. Everybody is told of their own seats.'}
        </Text>
        <Text weight="medium">{preview.subject}</Text>
        <CodeBlock text={preview.text} language="text" shouldWrapLongLines />
      </Stack>
    </ReadingDialog>
  );
}
