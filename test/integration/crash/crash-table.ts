import type { PayloadOf, ResolverName } from '../../../src/contract/resolvers';
import type { CrashCase, Prepared } from './crash-trial';
import type { Site } from '../a-site';

type Reading = Extract<
  ResolverName,
  `get-${string}` | `list-${string}` | `preview-${string}` | `download-${string}`
>;

/** Resolvers that change something: every one but those that get, list, preview or download. */
export type Writing = Exclude<ResolverName, Reading>;

/** A call of a resolver, on a site that is ready for it. */
export function asking<Name extends Writing>(
  site: Site,
  who: string,
  name: Name,
  payload: PayloadOf<Name>,
): Prepared {
  return {
    site,
    act: async () => {
      const reply = await site.ask(who, name, payload);
      return reply.ok ? null : reply.error.message;
    },
  };
}

/** Under each resolver one case for each way in which it writes. */
export type CrashTable<Name extends Writing> = {
  readonly [Each in Name]: Readonly<Record<string, CrashCase>>;
};
