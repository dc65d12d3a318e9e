import { useState } from 'react';
import { initialQuery } from './initial-query';
import type { InspectedLine, Inspection } from './inspections';
import { Pager } from './pager';
import { useInspection } from './use-inspection';

/** A list that can be searched and paged; a line opens to show all of it. */
export function InspectionTab({ inspection }: { readonly inspection: Inspection }) {
  const [text, setText] = useState(initialQuery);
  const [page, setPage] = useState(0);
  const [openKey, setOpenKey] = useState<string>();
  const found = useInspection(inspection.what, text, page);
  const lines = (found?.items ?? []).map(inspection.toLine);
  return (
    <>
      <div className="inspector-tools">
        <input
          className="strip-input"
          type="search"
          placeholder={inspection.search}
          aria-label={inspection.search}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setPage(0);
          }}
        />
        <Pager total={found?.total ?? 0} page={page} onPage={setPage} />
      </div>
      <div className="calls">
        <table>
          <thead>
            <tr>
              {inspection.columns.map((column) => (
                <th key={column}>{column}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Line
                key={line.key}
                line={line}
                isOpen={line.key === openKey}
                onToggle={() => setOpenKey(line.key === openKey ? undefined : line.key)}
              />
            ))}
          </tbody>
        </table>
        {found !== null && lines.length === 0 ? <p className="calls-empty">Nothing here.</p> : null}
      </div>
    </>
  );
}

function Line({
  line,
  isOpen,
  onToggle,
}: {
  readonly line: InspectedLine;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}) {
  const [first, ...others] = line.cells;
  return (
    <>
      <tr>
        <td>
          <button type="button" className="calls-path" aria-expanded={isOpen} onClick={onToggle}>
            {first}
          </button>
        </td>
        {others.map((cell, index) => (
          <td key={index}>{cell}</td>
        ))}
      </tr>
      {isOpen ? (
        <tr>
          <td colSpan={line.cells.length}>
            <pre>{JSON.stringify(line.details, null, 2)}</pre>
          </td>
        </tr>
      ) : null}
    </>
  );
}
