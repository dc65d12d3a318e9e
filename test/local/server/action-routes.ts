import type { Context } from 'hono';
import { z } from 'zod';
import { runDailyScan } from './daily-scan';
import { HttpError } from './http-error';
import type { LocalParts, LocalRoute } from './local-route';
import { clockOf } from './local-route';
import { requestAsPerson } from './product-request';
import type { ServedHost } from './served-host';

const invokeBody = z.object({
  accountId: z.string(),
  moduleKey: z.string().optional(),
  resolver: z.string(),
  payload: z.unknown().optional(),
});
const productBody = z.object({
  accountId: z.string(),
  product: z.string(),
  path: z.string().startsWith('/'),
  method: z.string(),
  body: z.string().nullable(),
});
const DURATION = /^P(?=.)(?:\d+W|(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)$/;
const advanceBody = z.object({
  duration: z.string().regex(DURATION, 'is no ISO 8601 duration such as P1D or PT30M'),
});
const triggerBody = z.object({ moduleKey: z.string() });

/** What a person or a program can do to the app, to time and to the organization. */
export function actionRoutes(parts: LocalParts): readonly LocalRoute[] {
  return [...appRoutes(parts), ...timeRoutes(parts), ...changeRoutes(parts)];
}

function appRoutes({ host, people }: LocalParts): LocalRoute[] {
  return [
    {
      method: 'POST',
      path: '/invoke',
      what: 'Calls a resolver: {accountId, moduleKey?, resolver, payload?} → {result}',
      answer: async (context) => {
        const { moduleKey, ...call } = invokeBody.parse(await context.req.json());
        return { result: await host.invoke(moduleKey === undefined ? call : { ...call, moduleKey }) };
      },
    },
    {
      method: 'POST',
      path: '/product',
      what: 'requestJira of the bridge: {accountId, product, path, method, body}',
      answer: async (context) => requestAsPerson(host, people, productBody.parse(await context.req.json())),
    },
  ];
}

function timeRoutes({ host }: LocalParts): LocalRoute[] {
  const then = (work: (context: Context) => Promise<void>) => async (context: Context) => {
    await work(context);
    return { clock: clockOf(host) };
  };
  return [
    {
      method: 'POST',
      path: '/advance',
      what: 'Moves the clock: {duration}, ISO 8601 such as PT1H or P1D → {clock}',
      answer: then(async (context) => host.advance(advanceBody.parse(await context.req.json()).duration)),
    },
    {
      method: 'POST',
      path: '/trigger',
      what: 'Runs a scheduled trigger now: {moduleKey} → {clock}',
      answer: then(async (context) => host.trigger(triggerBody.parse(await context.req.json()).moduleKey)),
    },
    {
      method: 'POST',
      path: '/daily-scan',
      what: "Moves the clock to the site's hour and runs the daily scan to its end: {moduleKey} → {clock, scanned}",
      answer: async (context) => {
        const { moduleKey } = triggerBody.parse(await context.req.json());
        const scanned = await runDailyScan(host, moduleKey);
        return { clock: clockOf(host), scanned };
      },
    },
    {
      method: 'POST',
      path: '/drain',
      what: 'Runs queues until they are empty → {clock}',
      answer: then(() => host.drain()),
    },
  ];
}

function changeRoutes({ host }: LocalParts): LocalRoute[] {
  return [
    {
      method: 'POST',
      path: '/fault',
      what: 'Makes the next matching calls fail: a fault as contracts/README.md §3 says → {faults}',
      answer: async (context) => {
        host.fault(await context.req.json());
        return { faults: host.faults() };
      },
    },
    {
      method: 'GET',
      path: '/faults',
      what: 'Faults that are still to come',
      answer: () => ({ faults: host.faults() }),
    },
    {
      method: 'DELETE',
      path: '/faults',
      what: 'Takes back every fault that is still to come → {faults}',
      answer: () => {
        host.clearFaults();
        return { faults: host.faults() };
      },
    },
    {
      method: 'POST',
      path: '/atlassian',
      what: 'Changes the organization behind the app’s back: a script step of the seed → {clock}',
      answer: async (context) => {
        applyStep(host, await context.req.json());
        return { clock: clockOf(host) };
      },
    },
  ];
}

/** Whatever the organization says against a step is said about what was sent. */
function applyStep(host: ServedHost, step: unknown): void {
  try {
    host.apply(step);
  } catch (error) {
    throw new HttpError(400, 'input.invalid', error instanceof Error ? error.message : String(error));
  }
}
