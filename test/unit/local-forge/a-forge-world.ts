import type { RestRequest, RestResponse } from '../../local/call';
import type { LocalClock } from '../../local/clock';
import type { AppPlatform } from '../../local/forge/app-under-test';
import { installGlobals } from '../../local/forge/globals';
import { createHost } from '../../local/host';
import type { HostOptions, LocalHost } from '../../local/host-contract';
import type { EmulatedOrganization } from '../../local/organization/organization';
import type { OrgSeed, ScriptStep } from '../../local/organization/seed';
import seed from '../../fixtures/contracts/tiny.seed.json';

/** The real packages, imported once the globals that they look at are in place. */
export async function forgeSdk() {
  installGlobals();
  const [api, storage, events] = await Promise.all([
    import('@forge/api'),
    import('@forge/kvs'),
    import('@forge/events'),
  ]);
  return { ...api, ...storage, ...events };
}

export type Sdk = Awaited<ReturnType<typeof forgeSdk>>;
/** Handlers by the names of the manifest; those left out do nothing. */
export type TestHandlers = (platform: AppPlatform, sdk: Sdk) => Readonly<Record<string, unknown>>;

export interface ForgeWorld {
  readonly host: LocalHost;
  readonly sdk: Sdk;
  readonly platform: AppPlatform;
  /** Runs code as a resolver of the first page, on behalf of a person; gives what it returned, uncopied. */
  readonly run: <Result>(work: () => Promise<Result>, accountId?: string) => Promise<Result>;
  /** Status, code and sentence with which the key-value store refuses work of a resolver. */
  readonly refused: (work: () => Promise<unknown>) => Promise<string>;
}

export const alice = seed.accounts[0]?.accountId ?? '';
export const bob = seed.accounts[1]?.accountId ?? '';
export const tinySeed: unknown = seed;

/** Whether the app is installed already (default: it is), without its schedules, besides what a host takes. */
export type ForgeWorldOptions = Partial<HostOptions> & { readonly installed?: boolean };

/** A local Atlassian with a small stand-in for the organization and an app that the test writes. */
export async function aForgeWorld(
  handlers: TestHandlers = () => ({}),
  { installed = true, ...options }: ForgeWorldOptions = {},
): Promise<ForgeWorld> {
  const sdk = await forgeSdk();
  const seen: { platform?: AppPlatform; work: () => Promise<unknown>; result?: unknown } = {
    work: () => Promise.resolve(),
  };
  const host = await createHost({
    seed,
    organization: aTinyOrganization,
    report: () => undefined,
    ...options,
    createApp: (platform) => {
      seen.platform = platform;
      const nothing = (): undefined => undefined;
      const resolver = async (): Promise<void> => {
        seen.result = await seen.work();
      };
      const rest = {
        hourly: nothing,
        run: nothing,
        scan: nothing,
        verify: nothing,
        installed: nothing,
        preUninstall: nothing,
      };
      return { ...rest, resolver, ...handlers(platform, sdk) };
    },
  });
  if (seen.platform === undefined) throw new Error('The app was not created.');
  if (installed) await host.install({ schedules: false });
  const run = async <Result>(work: () => Promise<Result>, accountId = alice): Promise<Result> => {
    seen.work = work;
    await host.invoke({ accountId, resolver: 'work' });
    return seen.result as Result;
  };
  return { host, sdk, platform: seen.platform, run, refused: (work) => run(() => refusalOf(work(), sdk)) };
}

async function refusalOf(work: Promise<unknown>, sdk: Sdk): Promise<string> {
  const error = await work.then(() => undefined, itself);
  if (!(error instanceof sdk.ForgeKvsAPIError))
    throw new Error('The store did not refuse.', { cause: error });
  const { status } = error.responseDetails;
  return `${String(status)} ${error.code}: ${error.message}`;
}

/** One group whose members are read and removed, and `myself`, which tells who asked. */
export function aTinyOrganization(parsed: OrgSeed, clock: LocalClock): EmulatedOrganization {
  let members = parsed.accounts.map((account) => account.accountId);
  const past = [{ until: Number.POSITIVE_INFINITY, members }];
  const become = (next: string[]): void => {
    const [last] = past.splice(-1);
    past.push({ until: clock.now(), members: last?.members ?? [] }, { until: Infinity, members: next });
    members = next;
  };
  const answer = (status: number, body: unknown): RestResponse => ({ status, headers: {}, body, points: 1 });
  return {
    seed: parsed,
    appAccountId: 'app-account',
    orgKey: 'local-org-key-of-the-test',
    installApp: () => undefined,
    setAppRightsDelay: () => undefined,
    grantPermission: () => undefined,
    switchMail: () => undefined,
    makeOwned: () => undefined,
    changeGrant: () => undefined,
    membershipChanges: () => [],
    handle(request: RestRequest, { asOf = clock.now() } = {}) {
      if (request.path === '/rest/api/3/myself')
        return answer(200, { principal: request.principal, scopes: request.scopes, at: clock.now() });
      if (request.method === 'DELETE') {
        become(members.filter((member) => member !== request.query.get('accountId')));
        return answer(204, undefined);
      }
      const then = past.find(({ until }) => until > asOf)?.members;
      return answer(200, { members: then, principal: request.principal, body: request.body });
    },
    apply(step: ScriptStep) {
      if (step.do === 'remove-from-group') become(members.filter((member) => member !== step.account));
      if (step.do === 'add-to-group') become([...members, step.account]);
    },
    memberships: () => ({ group: members }),
    issues: () => [],
    person: (accountId) => {
      const account = parsed.accounts.find((entry) => entry.accountId === accountId);
      return account === undefined ? undefined : { accountId, name: account.name };
    },
    dump: () => ({ members }),
    load: (dump) => {
      ({ members } = dump as { members: string[] });
    },
  };
}

/** Text whose JSON is `bytes` long. */
export const ofSize = (bytes: number): string => 'x'.repeat(bytes - 2);

/** Objects inside each other, `depth` of them. */
export const nested = (depth: number): unknown => (depth === 0 ? 1 : { in: nested(depth - 1) });

/** `count` keys in order, each with the same value. */
export const items = (count: number, value: unknown = 1): { key: string; value: unknown }[] =>
  Array.from({ length: count }, (_, i) => ({ key: `item:${String(i).padStart(3, '0')}`, value }));

/** The code of a refusal, to be given to `catch`; the error itself when it has none. */
export function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : error;
}

/** To be given to `catch`. */
export function itself(error: unknown): unknown {
  return error;
}
