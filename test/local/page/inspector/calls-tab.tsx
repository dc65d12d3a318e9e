import { useState } from 'react';
import { z } from 'zod';
import { callSchema } from '../local/schemas';
import { CallsTable } from '../strip/calls-table';
import { initialQuery } from './initial-query';
import { Pager } from './pager';
import type { TabProps } from './tab-props';
import { useInspection } from './use-inspection';

const callList = z.array(callSchema);

/** The call log: every REST call of the app and of outside programs, newest first, with its body and points. */
export function CallsTab({ state }: TabProps) {
  const [text, setText] = useState(initialQuery);
  const [page, setPage] = useState(0);
  const found = useInspection('calls', text, page);
  const names = new Map(state.personas.map((persona) => [persona.accountId, persona.name]));
  return (
    <>
      <div className="inspector-tools">
        <input
          className="strip-input"
          type="search"
          placeholder="Search all calls: words, 4xx, DELETE, user"
          aria-label="Search REST calls and their bodies"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setPage(0);
          }}
        />
        <Pager total={found?.total ?? 0} page={page} onPage={setPage} />
        <span>{(found?.points ?? 0).toLocaleString('en-GB')} points</span>
      </div>
      <CallsTable calls={callList.parse(found?.items ?? [])} names={names} />
    </>
  );
}
