import { Button, EmptyState, Inline, SectionMessage, Spinner, Stack, Text } from '@forge/react';
import React from 'react';
import type { ReplyError } from '../hooks/call-resolver';
import type { Loaded } from '../hooks/use-resolver';
import { useNavigation } from '../hooks/navigation-context';
import { missingRight } from '../view-models/pages';
import { Sentence } from './rich-text';

/** "Reading the seats…": says what is on its way. */
export function LoadingState({ what }: { readonly what: string }) {
  return (
    <Inline space="space.100" alignBlock="center">
      <Spinner size="medium" label={`Reading ${what}`} />
      <Text>{`Reading ${what}…`}</Text>
    </Inline>
  );
}

/** What went wrong, in the back end's own words, with a way on. */
export function ErrorState({ error, onRetry }: { readonly error: ReplyError; readonly onRetry: () => void }) {
  return (
    <Stack space="space.100" alignInline="start">
      <SectionMessage appearance="error" title="This could not be shown">
        <Sentence text={error.message} />
      </SectionMessage>
      <Button onClick={onRetry}>Try again</Button>
    </Stack>
  );
}

/** Which right is missing and who can give it. */
export function NoPermissionState() {
  const { page } = useNavigation();
  const { right, giver } = missingRight(page);
  return <EmptyState header="You may not see this page" description={`${right} ${giver}`} />;
}

/** Nothing went wrong: the page only has nothing to show before the first scan. */
function NoScanState() {
  const { go } = useNavigation();
  return (
    <EmptyState
      header="No scan has read this site yet"
      description="A scan reads users, groups and product access. It changes nothing."
      primaryAction={<Button onClick={() => go('overview')}>Go to Overview</Button>}
    />
  );
}

interface RemoteProps<Data> {
  readonly state: Pick<Loaded<Data>, 'data' | 'error' | 'loading' | 'reload'>;
  /** What is read, after "Reading": "the seats". */
  readonly what: string;
  readonly children: (data: Data) => React.ReactNode;
}

/** Shows an answer once it is there, and before that why it is not. An older answer stays beside a new error. */
export function Remote<Data>({ state, what, children }: RemoteProps<Data>) {
  const { data, error, reload } = state;
  if (error?.code === 'access.denied') return <NoPermissionState />;
  if (error?.code === 'scan.none') return <NoScanState />;
  if (data === undefined) {
    return error === null ? <LoadingState what={what} /> : <ErrorState error={error} onRetry={reload} />;
  }
  return (
    <Stack space="space.200">
      {error === null ? null : <ErrorState error={error} onRetry={reload} />}
      {children(data)}
    </Stack>
  );
}
