import { chainRecord } from '../../src/domain/evidence/hash-chain';
import type { LedgerEvent } from '../../src/domain/evidence/record';
import type { ReviewRules } from '../../src/domain/review/cycle';
import type { AppTools } from '../../src/usecases/app-tools';
import type { OrganizationDirectory, OrganizationUser } from '../../src/ports/site-directory';
import type { Fold, LedgerHead } from '../../src/ports/stores';
import type { CreateApp } from '../local/forge/app-under-test';
import { installGlobals } from '../local/forge/globals';

/** The app with one of its tools broken, as a change to it could break it. */
export async function brokenApp(broken: (tools: AppTools) => Partial<AppTools>): Promise<CreateApp> {
  // The packages that the app imports look at the globals at that moment.
  installGlobals();
  const { createHandlers, createTools } = await import('../../src/app');
  return (platform) => {
    const tools = createTools(platform);
    return createHandlers({ ...tools, ...broken(tools) });
  };
}

/** Sends each removal twice. */
export function repeating({ writer }: AppTools): Partial<AppTools> {
  return {
    writer: {
      ...writer,
      async remove(order) {
        await writer.remove(order);
        return writer.remove(order);
      },
    },
  };
}

/** Removes people from other groups of theirs as well. */
export function overreaching({ writer }: AppTools): Partial<AppTools> {
  return {
    writer: {
      ...writer,
      async remove(order) {
        for (const groupId of order.reading.account.groupIds)
          if (groupId !== order.groupId) await writer.remove({ ...order, groupId }).catch(() => undefined);
        return writer.remove(order);
      },
    },
  };
}

/** Says that it removed somebody and sends nothing. */
export function claiming({ writer }: AppTools): Partial<AppTools> {
  const remove: typeof writer.remove = () =>
    Promise.resolve({ status: 204, detail: '', retryAfterSeconds: null });
  return { writer: { ...writer, remove } };
}

/** Keeps what it once read of the organization, so that nothing is read again before a write. */
export function remembering({ openOrganization }: AppTools): Partial<AppTools> {
  const known = new Map<string, Promise<unknown>>();
  return {
    async openOrganization(cloudId) {
      const directory = await openOrganization(cloudId);
      return directory === null ? null : withMemory(directory, known);
    },
  };
}

const REMEMBERED = ['findUser', 'readGroupsById', 'readGroupRoles', 'readAssignedRoles'];

function withMemory(
  directory: OrganizationDirectory,
  known: Map<string, Promise<unknown>>,
): OrganizationDirectory {
  return new Proxy(directory, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof name === 'symbol' || typeof method !== 'function' || !REMEMBERED.includes(name))
        return method;
      return (...args: unknown[]) => {
        const key = `${name} ${JSON.stringify(args)}`;
        const answer = known.get(key) ?? (method.apply(target, args) as Promise<unknown>);
        known.set(key, answer);
        return answer;
      };
    },
  });
}

/** Sends nothing, and then sees everybody outside of all groups. */
export function believing(tools: AppTools): Partial<AppTools> {
  const claimed = new Set<string>();
  const { writer } = claiming(tools);
  return {
    writer: {
      ...tools.writer,
      remove(order) {
        claimed.add(order.reading.account.accountId);
        return (writer ?? tools.writer).remove(order);
      },
    },
    async openOrganization(cloudId) {
      const directory = await tools.openOrganization(cloudId);
      if (directory === null) return null;
      const findUser = async (accountId: string): Promise<OrganizationUser | undefined> => {
        const user = await directory.findUser(accountId);
        return user !== undefined && claimed.has(accountId) ? { ...user, groupIds: [] } : user;
      };
      return { ...directory, findUser };
    },
  };
}

/** Removes without a record of the attempt. */
export function forgetting({ ledger }: AppTools): Partial<AppTools> {
  return {
    ledger: {
      ...ledger,
      append: (head, entry) =>
        entry.event.kind === 'removal-attempted'
          ? Promise.resolve(
              chainRecord({ ledger: head.ledger, sequence: head.sequence, hash: head.headHash }, entry),
            )
          : ledger.append(head, entry),
    },
  };
}

/** Sends each message twice. */
export function nagging({ notices }: AppTools): Partial<AppTools> {
  return {
    notices: {
      ...notices,
      async notify(...message) {
        await notices.notify(...message);
        return notices.notify(...message);
      },
    },
  };
}

/** Takes no notice of the days that people were given. */
export const hurrying = misreading((event) => withRules(event, { noticeDays: 0 }));

/** Knows no blackout hours. */
export const restless = misreading((event) => withRules(event, { blackout: null }));

/** Takes a run that was paused for one that goes on. */
export const deaf = misreading((event) =>
  event.kind === 'run-paused' ? { ...event, kind: 'run-resumed' } : event,
);

/** Reads its own records otherwise than they are. */
function misreading(misread: (event: LedgerEvent) => LedgerEvent) {
  return ({ ledger }: AppTools): Partial<AppTools> => ({
    ledger: {
      ...ledger,
      load: <State extends LedgerHead, Event extends LedgerEvent>(name: string, fold: Fold<State, Event>) =>
        ledger.load<State, Event>(name, {
          ...fold,
          // Whatever it is taken for, it is an event of the same ledger.
          step: (state, record) => fold.step(state, { ...record, event: misread(record.event) as Event }),
        }),
    },
  });
}

function withRules(event: LedgerEvent, others: Partial<ReviewRules>): LedgerEvent {
  if (!('rules' in event) || typeof event.rules !== 'object') return event;
  const rules = { ...event.rules, ...others };
  return Object.assign({}, event, { rules });
}
