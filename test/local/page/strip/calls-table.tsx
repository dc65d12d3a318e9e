import { useState } from 'react';
import { queryText } from '../../call-search';
import type { Call } from '../local/schemas';
import { actorText } from './actor-text';

/** REST calls as a table; a row opens to show its body. */
export function CallsTable({
  calls,
  names,
}: {
  readonly calls: readonly Call[];
  readonly names: ReadonlyMap<string, string>;
}) {
  const [openNumber, setOpenNumber] = useState<number>();
  return (
    <div className="calls">
      <table>
        <thead>
          <tr>
            <th>#</th>
            <th>Method</th>
            <th>Path</th>
            <th>As</th>
            <th>Status</th>
            <th>Points</th>
          </tr>
        </thead>
        <tbody>
          {calls.map((call) => (
            <CallRows
              key={call.n}
              call={call}
              actor={actorText(call.as, names)}
              isOpen={call.n === openNumber}
              onToggle={() => setOpenNumber(call.n === openNumber ? undefined : call.n)}
            />
          ))}
        </tbody>
      </table>
      {calls.length === 0 ? <p className="calls-empty">No calls to show.</p> : null}
    </div>
  );
}

function CallRows({
  call,
  actor,
  isOpen,
  onToggle,
}: {
  readonly call: Call;
  readonly actor: string;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}) {
  const status = call.status === null ? 'no answer' : String(call.status);
  return (
    <>
      <tr>
        <td>{call.n}</td>
        <td>{call.method}</td>
        <td>
          <button type="button" className="calls-path" aria-expanded={isOpen} onClick={onToggle}>
            {call.path}
            <span className="calls-query">{queryText(call)}</span>
          </button>
        </td>
        <td title={call.as}>{actor}</td>
        <td className={`calls-status calls-${status.charAt(0)}`}>
          {status}
          {typeof call.fault !== 'string' ? null : <span className="calls-fault"> {call.fault}</span>}
        </td>
        <td>{call.points}</td>
      </tr>
      {isOpen ? (
        <tr>
          <td />
          <td colSpan={5}>
            <pre>{details(call)}</pre>
          </td>
        </tr>
      ) : null}
    </>
  );
}

function details(call: Call): string {
  const { at, target, invocation, body } = call;
  return JSON.stringify({ at, target, invocation, body: body ?? null }, null, 2);
}
