import { readLocal } from '../local/local-api';
import type { Person } from '../local/schemas';
import { peopleSchema } from '../local/schemas';

const BATCH = 50;

type Read = (path: string) => Promise<readonly Person[]>;

async function readPeople(path: string): Promise<readonly Person[]> {
  return (await readLocal(peopleSchema, path)).people;
}

/**
 * Names of accounts, read once each. Lookups of one moment share a request: a table page of fifty people is
 * one call and not fifty.
 */
export class PeopleDirectory {
  private readonly known = new Map<string, Promise<Person | undefined>>();
  private waiting: { readonly accountId: string; readonly settle: (person: Person | undefined) => void }[] =
    [];

  constructor(private readonly read: Read = readPeople) {}

  /** The person, or undefined when the organization has no such account. */
  find(accountId: string): Promise<Person | undefined> {
    const before = this.known.get(accountId);
    if (before !== undefined) return before;
    const found = new Promise<Person | undefined>((settle) => {
      if (this.waiting.length === 0) queueMicrotask(() => void this.flush());
      this.waiting.push({ accountId, settle });
    });
    this.known.set(accountId, found);
    return found;
  }

  /** People whose name, e-mail or account id holds `text`. */
  search(text: string): Promise<readonly Person[]> {
    return this.read(`/__local/people?limit=20&q=${encodeURIComponent(text)}`);
  }

  private async flush(): Promise<void> {
    const waiting = this.waiting;
    this.waiting = [];
    for (let start = 0; start < waiting.length; start += BATCH) {
      await this.readBatch(waiting.slice(start, start + BATCH));
    }
  }

  private async readBatch(batch: typeof this.waiting): Promise<void> {
    const ids = batch.map((one) => encodeURIComponent(one.accountId)).join(',');
    const people = await this.read(`/__local/people?ids=${ids}`).catch(() => undefined);
    const byId = new Map(people?.map((person) => [person.accountId, person]));
    for (const { accountId, settle } of batch) {
      // A failed read is forgotten, so that the next one tries again.
      if (people === undefined) this.known.delete(accountId);
      settle(byId.get(accountId));
    }
  }
}
