import { useState } from 'react';
import { z } from 'zod';
import { callLocal } from '../local/local-api';
import { clockText } from './clock-text';

const JUMPS = [
  { text: 'hour', label: 'Advance an hour', duration: 'PT1H' },
  { text: 'day', label: 'Advance a day', duration: 'P1D' },
  { text: 'week', label: 'Advance a week', duration: 'P7D' },
] as const;

interface Progress {
  readonly isRunning: boolean;
  readonly text: string;
}

/** The local time, and what moves it or runs work now. */
export function ClockControls({
  now,
  trigger,
  onDone,
}: {
  readonly now: string;
  readonly trigger: string | undefined;
  readonly onDone: () => void;
}) {
  const [progress, setProgress] = useState<Progress | null>(null);
  const run = async (text: string, path: string, body: object) => {
    setProgress({ isRunning: true, text: `${text}…` });
    try {
      await callLocal(z.unknown(), path, body);
      setProgress({ isRunning: false, text: `${text}: done` });
    } catch (error) {
      setProgress({
        isRunning: false,
        text: `${text}: ${error instanceof Error ? error.message : 'failed'}`,
      });
    }
    onDone();
  };
  const isBusy = progress?.isRunning === true;
  return (
    <>
      <span className="strip-group">
        <time className="strip-clock" dateTime={now} data-testid="local-clock">
          {clockText(now)}
        </time>
        <span className="strip-label">advance</span>
        {JUMPS.map(({ text, label, duration }) => (
          <button
            key={duration}
            type="button"
            className="strip-button"
            aria-label={label}
            disabled={isBusy}
            onClick={() => void run(label, '/__local/advance', { duration })}
          >
            {text}
          </button>
        ))}
      </span>
      <span className="strip-group">
        <button
          type="button"
          className="strip-button"
          disabled={isBusy || trigger === undefined}
          onClick={() => void run('Daily scan', '/__local/daily-scan', { moduleKey: trigger })}
        >
          Run the daily scan now
        </button>
        <button
          type="button"
          className="strip-button"
          disabled={isBusy}
          onClick={() => void run('Drain queues', '/__local/drain', {})}
        >
          Drain queues
        </button>
      </span>
      <Result progress={progress} />
    </>
  );
}

function Result({ progress }: { readonly progress: Progress | null }) {
  return (
    <span className="strip-result" role="status" data-testid="local-result">
      {progress === null ? null : <span className="strip-result-text">{progress.text}</span>}
      {progress === null || progress.isRunning ? null : (
        <button type="button" className="strip-button" onClick={() => window.location.reload()}>
          Reload page
        </button>
      )}
    </span>
  );
}
