import { Button, ButtonGroup, LoadingButton } from '@forge/react';
import React from 'react';
import { useSession } from '../../hooks/session-context';
import { useAction } from '../../hooks/use-action';
import type { RunControl } from '../../hooks/use-run';
import { isUnended } from '../../view-models/run';
import { ActionError } from '../reply-message';

interface RunButtonsProps {
  readonly control: RunControl;
  readonly onStop: () => void;
}

/** The ways to hold a run and to let it go on; each is asked of the back end, so that it holds for everybody. */
export function RunButtons({ control, onStop }: RunButtonsProps) {
  const { roles } = useSession();
  const pause = useAction('pause-run');
  const resume = useAction('resume-run');
  const { run, driving, drive, put } = control;
  if (run === null || !isUnended(run)) return null;
  const { runId } = run;
  const hold = async (): Promise<void> => {
    const paused = await pause.run({ runId });
    if (paused !== null) put(paused);
  };
  const goOn = async (): Promise<void> => {
    const resumed = await resume.run({ runId });
    if (resumed !== null) drive(resumed);
  };
  const isDrivenHere = run.executor === 'organization-key' || driving;
  return (
    <>
      <ButtonGroup>
        {run.state === 'paused' && roles.siteAdmin ? (
          <LoadingButton appearance="primary" isLoading={resume.busy} onClick={() => void goOn()}>
            Resume removals
          </LoadingButton>
        ) : null}
        {run.state === 'running' && !isDrivenHere && roles.siteAdmin ? (
          <Button appearance="primary" onClick={() => drive(run)}>
            Continue removals
          </Button>
        ) : null}
        {run.state === 'running' && roles.reviewer ? (
          <LoadingButton isLoading={pause.busy} onClick={() => void hold()}>
            Pause
          </LoadingButton>
        ) : null}
        {roles.reviewer ? (
          <Button appearance="danger" onClick={onStop}>
            Stop removals
          </Button>
        ) : null}
      </ButtonGroup>
      <ActionError error={pause.error ?? resume.error} />
    </>
  );
}
