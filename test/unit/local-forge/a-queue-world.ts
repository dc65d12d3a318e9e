import type { AsyncEvent } from '@forge/events';

import { type ForgeWorldOptions, type TestHandlers, aForgeWorld } from './a-forge-world';

/** An event as a consumer got it, and when (Unix milliseconds). */
export type Seen = AsyncEvent & { readonly at: number };

/** An app whose scan consumer notes each event and returns what `answer` gives. */
function noting(seen: Seen[], answer: (event: Seen) => unknown = () => undefined): TestHandlers {
  return (platform) => ({
    scan: (event: AsyncEvent) => {
      const noted = { ...event, at: platform.now() };
      seen.push(noted);
      return answer(noted);
    },
  });
}

/** A world with a queue whose consumer notes what it sees and returns what `answer` gives. */
export async function aQueueWorld(answer?: (event: Seen) => unknown, options: ForgeWorldOptions = {}) {
  const seen: Seen[] = [];
  const world = await aForgeWorld(noting(seen, answer), options);
  const queue = new world.sdk.Queue({ key: 'scan' });
  return { ...world, seen, queue };
}
