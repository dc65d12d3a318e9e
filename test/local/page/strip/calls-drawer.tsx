import { useState } from 'react';
import { searchCalls } from '../../call-search';
import type { Persona } from '../local/schemas';
import { CallsTable } from './calls-table';
import type { Activity } from './use-activity';

/** The latest REST calls, as they happen. */
export function CallsDrawer({
  activity,
  personas,
  onClose,
}: {
  readonly activity: Activity;
  readonly personas: readonly Persona[];
  readonly onClose: () => void;
}) {
  const [text, setText] = useState('');
  const names = new Map(personas.map((persona) => [persona.accountId, persona.name]));
  const calls = searchCalls(activity.calls, text);
  return (
    <div className="strip-drawer" data-testid="local-calls">
      <div className="strip-drawer-head">
        <strong>REST calls</strong>
        <span>
          {activity.total} in all, {activity.points} points
        </span>
        <input
          className="strip-input"
          type="search"
          placeholder="Filter: words, 4xx, DELETE, user"
          aria-label="Filter REST calls"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <span className="strip-space" />
        <button type="button" className="strip-button" onClick={onClose}>
          Close
        </button>
      </div>
      <CallsTable calls={calls} names={names} />
    </div>
  );
}
