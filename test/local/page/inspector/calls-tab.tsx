import { useState } from 'react';
import { CallsTable } from '../strip/calls-table';
import { filterCalls } from '../strip/filter-calls';
import { useActivity } from '../strip/use-activity';
import type { TabProps } from './tab-props';
import { initialQuery } from './initial-query';

/** The call log: every REST call of the app and of outside programs, with its body and points. */
export function CallsTab({ state }: TabProps) {
  const [text, setText] = useState(initialQuery);
  const activity = useActivity(true, state.clock.now);
  const calls = filterCalls(activity.calls, text);
  const names = new Map(state.personas.map((persona) => [persona.accountId, persona.name]));
  const points = calls.reduce((sum, call) => sum + call.points, 0);
  return (
    <>
      <div className="inspector-tools">
        <input
          className="strip-input"
          type="search"
          placeholder="Filter: words, 4xx, DELETE, user"
          aria-label="Filter REST calls"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <span>
          {calls.length} shown with {points} points · {activity.total} in all with {activity.points} points
        </span>
      </div>
      <CallsTable calls={calls} names={names} />
    </>
  );
}
