import { Button, CodeBlock, ModalTransition, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import { announce } from '../../hooks/announce';
import { useNavigation } from '../../hooks/navigation-context';
import { ReadingDialog } from '../dialog';

/** A link that opens what the page shows; nothing where the platform keeps no filters in its address. */
export function CopyLink() {
  const { findLink } = useNavigation();
  const [shown, setShown] = useState<{ readonly link: string | null } | null>(null);
  if (findLink === null) return null;
  const copy = async (): Promise<void> => {
    const link = await findLink();
    if (link === null || !(await isCopied(link))) return setShown({ link });
    announce('Link copied', 'Whoever opens it sees this list, as far as their rights go.');
  };
  return (
    <>
      <Button onClick={() => void copy()}>Copy link</Button>
      <ModalTransition>
        {shown === null ? null : (
          <ReadingDialog title="Link to this list" onClose={() => setShown(null)}>
            <LinkToCopy link={shown.link} />
          </ReadingDialog>
        )}
      </ModalTransition>
    </>
  );
}

function LinkToCopy({ link }: { readonly link: string | null }) {
  if (link === null)
    return (
      <Text>
        Jira does not tell the app where it is. Copy the address from your browser: it holds the filters.
      </Text>
    );
  return (
    <Stack space="space.100">
      <Text>Your browser does not let the app copy. Copy the link from here.</Text>
      <CodeBlock text={link} language="text" shouldWrapLongLines />
    </Stack>
  );
}

/** UI Kit runs beside the page: a browser may refuse the clipboard to a window that nobody looks at. */
async function isCopied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
