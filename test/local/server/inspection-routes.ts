import { z } from 'zod';
import {
  callsAfter,
  callsQuery,
  inspectionQuery,
  mailItems,
  pageOfCalls,
  pageOfInspection,
  toCalls,
} from './inspection';
import type { LocalParts, LocalRoute } from './local-route';
import { clockOf } from './local-route';

const whats = z.enum(['memberships', 'calls', 'kvs', 'queues', 'issues', 'mail']);

/** A look inside, for the inspector, the list of calls and for programs. */
export function inspectionRoutes({ host }: LocalParts): readonly LocalRoute[] {
  const { seed } = host.organization;
  return [
    {
      method: 'GET',
      path: '/inspect/:what',
      what: 'memberships, calls, kvs, queues, issues or mail; ?q= to search, ?offset= and ?limit= to page, ?full=1 for long values, ?newest=1 for calls from the newest on',
      answer: (context) => {
        const what = whats.parse(context.req.param('what'));
        const query = inspectionQuery.parse(context.req.query());
        if (what === 'mail')
          return pageOfInspection(what, mailItems(host.inspect('issues')), { query, seed });
        if (what === 'calls') return pageOfCalls(toCalls(host.inspect(what)), query);
        return pageOfInspection(what, host.inspect(what), { query, seed });
      },
    },
    {
      method: 'GET',
      path: '/calls',
      what: 'REST calls after number ?after=, the newest ?limit= of them, and the clock',
      answer: (context) => {
        const query = callsQuery.parse(context.req.query());
        return { ...callsAfter(toCalls(host.inspect('calls')), query), clock: clockOf(host) };
      },
    },
  ];
}
