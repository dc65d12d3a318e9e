import type { FormEvent } from 'react';
import { useState } from 'react';
import { z } from 'zod';
import { callLocal } from '../local/local-api';
import { ClockControls } from '../strip/clock-controls';
import { useActivity } from '../strip/use-activity';
import type { TabProps } from './tab-props';

/** The clock, with any jump and every scheduled trigger. */
export function ClockTab({ state }: TabProps) {
  const activity = useActivity(false, state.clock.now);
  const [duration, setDuration] = useState('P30D');
  const [result, setResult] = useState('');
  const jump = (event: FormEvent) => {
    event.preventDefault();
    setResult(`Advancing ${duration}…`);
    callLocal(z.unknown(), '/__local/advance', { duration }).then(
      () => setResult(`Advanced ${duration}.`),
      (error: unknown) => setResult(error instanceof Error ? error.message : String(error)),
    );
  };
  return (
    <>
      <div className="inspector-tools">
        <ClockControls now={activity.now} trigger={state.triggers[0]?.key} onDone={activity.refresh} />
      </div>
      <form className="inspector-form" onSubmit={jump}>
        <label>
          Advance by any ISO 8601 duration
          <input
            className="strip-input"
            value={duration}
            onChange={(event) => setDuration(event.target.value)}
          />
        </label>
        <button type="submit" className="inspector-submit">
          Advance
        </button>
        <p role="status">{result}</p>
      </form>
      <p className="calls-empty">
        Scheduled triggers:{' '}
        {state.triggers.map((trigger) => `${trigger.key} (each ${trigger.interval})`).join(', ')}
      </p>
    </>
  );
}
