import { z } from 'zod';
import { pageContext } from './app-context';
import { HttpError } from './http-error';
import type { LocalParts, LocalRoute } from './local-route';
import { clockOf } from './local-route';

const peopleQuery = z.object({
  q: z.string().default(''),
  ids: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(20),
});
const contextQuery = z.object({ accountId: z.string(), moduleKey: z.string() });

/** What the page needs to show itself: who and where one can be, and people's names. */
export function pageRoutes({ host, people, manifest, seedName }: LocalParts): readonly LocalRoute[] {
  const { seed } = host.organization;
  return [
    {
      method: 'GET',
      path: '/state',
      what: 'The organization, the personas, the pages and scheduled triggers of the manifest, the clock',
      answer: () => ({
        app: { name: manifest.pages[0]?.title ?? 'App' },
        organization: { name: seed.org.name, siteUrl: seed.site.url },
        seed: seedName,
        clock: clockOf(host),
        modules: manifest.pages,
        triggers: manifest.triggers,
        personas: people.personas(),
      }),
    },
    {
      method: 'GET',
      path: '/people',
      what: 'People by ?q= in name, e-mail or id (?limit=), or by ?ids= with commas between',
      answer: (context) => {
        const { q, ids, limit } = peopleQuery.parse(context.req.query());
        if (ids === undefined) return { people: people.search(q, limit) };
        return { people: ids.split(',').flatMap((id) => people.find(id) ?? []) };
      },
    },
    {
      method: 'GET',
      path: '/people/:accountId',
      what: 'One person',
      answer: (context) => people.find(context.req.param('accountId') ?? '') ?? missing('person'),
    },
    {
      method: 'GET',
      path: '/context',
      what: 'view.getContext() of ?moduleKey= for ?accountId=',
      answer: (context) => {
        const { accountId, moduleKey } = contextQuery.parse(context.req.query());
        const page = manifest.pages.find((one) => one.key === moduleKey) ?? missing('page');
        return pageContext(seed, page, accountId);
      },
    },
  ];
}

function missing(what: string): never {
  throw new HttpError(404, 'not.found', `There is no such ${what}.`);
}
