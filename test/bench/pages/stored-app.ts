import { createCallerRights } from '../../../src/atlassian/caller-gateway';
import { createHttp } from '../../../src/atlassian/http';
import { createJiraNotices } from '../../../src/atlassian/jira-notice-gateway';
import { createJiraSite } from '../../../src/atlassian/jira-site-gateway';
import { membershipWriters } from '../../../src/atlassian/membership-gateway';
import type { Replies } from '../../../src/contract/replies';
import type { PayloadOf, Reply, ResolverName } from '../../../src/contract/resolvers';
import { createResolver } from '../../../src/entry/resolvers/create-resolver';
import { createJobs } from '../../../src/queues/jobs';
import { createExportStore } from '../../../src/storage/export-repository';
import { createKeyStore } from '../../../src/storage/key-repository';
import type { KvsClient } from '../../../src/storage/kvs-client';
import { createLedgerStore } from '../../../src/storage/ledger-repository';
import { createRunStore } from '../../../src/storage/run-repository';
import { createSavedFilterStore } from '../../../src/storage/saved-filter-repository';
import { createScanStore } from '../../../src/storage/scan-repository';
import { createSnapshotStore } from '../../../src/storage/snapshot-repository';
import type { AppTools } from '../../../src/usecases/app-tools';

/** Everybody may everything, without a request: what is measured is the app's own work. */
const ALL_RIGHTS = { administersJira: true, systemAdmin: true, approves: true, readsEvidence: true };
const SECOND_MS = 1_000;

/** The app's resolvers on stored texts: each reading of a key parses its text, as each reading of KVS would. */
export class StoredApp {
  /** Keys with a value that were read. */
  readonly read = new Set<string>();
  /** The client that the floor is measured with, too. */
  readonly client: KvsClient;
  private readonly resolve: ReturnType<typeof createResolver>;

  /** `now` in Unix milliseconds; each call comes a second after the one before. */
  constructor(
    readonly texts: Map<string, string>,
    private now: number,
  ) {
    this.client = storedTexts(texts, this.read);
    this.resolve = createResolver(this.tools());
  }

  /** @throws Error when the app refuses */
  async call<Name extends ResolverName>(
    accountId: string,
    name: Name,
    payload: PayloadOf<Name>,
  ): Promise<Replies[Name]> {
    this.now += SECOND_MS;
    const request = { call: { functionKey: name, payload }, context: { cloudId: 'cloud' } };
    // Every resolver answers with the one shape of contract/resolvers.ts.
    const reply = (await this.resolve(request, { principal: { accountId } })) as Reply<Replies[Name]>;
    if (!reply.ok) throw new Error(`${name} was refused: ${reply.error.code}: ${reply.error.message}`);
    return reply.data;
  }

  private tools(): AppTools {
    let made = 0;
    const platform = {
      now: () => this.now,
      sleep: () => Promise.resolve(),
      randomBytes: (count: number) => new Uint8Array(count).fill((made = (made + 1) % 256)),
    };
    const timeLeft = (): number => 25_000;
    const http = createHttp(platform, timeLeft);
    const { client } = this;
    return {
      platform,
      timeLeft,
      keys: createKeyStore(client),
      rights: { ...createCallerRights(http), readGlobalPermissions: () => Promise.resolve(ALL_RIGHTS) },
      ledger: createLedgerStore(client),
      snapshots: createSnapshotStore(client),
      store: createScanStore(client),
      runs: createRunStore(client),
      exports: createExportStore(client),
      filters: createSavedFilterStore(client),
      jobs: createJobs(),
      jira: createJiraSite(http),
      writer: membershipWriters['acting-administrator'](createCallerRights(http)),
      notices: createJiraNotices(http),
      openOrganization: () => Promise.resolve(null),
      openToWrite: () => Promise.resolve(null),
      openDirectory: () => refuse(),
      findOrganization: () => refuse(),
    };
  }
}

function refuse(): never {
  throw new Error('No organization is asked here.');
}

function storedTexts(texts: Map<string, string>, read: Set<string>): KvsClient {
  const get = (key: string): unknown => {
    const text = texts.get(key);
    if (text === undefined) return undefined;
    read.add(key);
    return JSON.parse(text) as unknown;
  };
  const set = (key: string, value: unknown): Promise<void> => {
    texts.set(key, JSON.stringify(value));
    return Promise.resolve();
  };
  const drop = (key: string): Promise<void> => {
    texts.delete(key);
    return Promise.resolve();
  };
  return {
    get: (key) => Promise.resolve(get(key)),
    set,
    async create(key, value) {
      if (texts.has(key)) return false;
      await set(key, value);
      return true;
    },
    getMany: (keys) =>
      Promise.resolve(new Map(keys.flatMap((key) => (texts.has(key) ? [[key, get(key)]] : [])))),
    async setMany(entries) {
      for (const { key, value } of entries) await set(key, value);
    },
    async deleteMany(keys) {
      for (const key of keys) await drop(key);
    },
    getSecret: (key) => Promise.resolve(get(key)),
    setSecret: set,
    deleteSecret: drop,
  };
}
