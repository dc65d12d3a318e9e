import { expect } from 'vitest';

import type { Replies } from '../../src/contract/replies';
import type { PayloadOf, Reply, ResolverName } from '../../src/contract/resolvers';
import type { LoggedCall } from '../local/call';
import { createHost } from '../local/host';
import type { HostOptions, LocalHost } from '../local/host-contract';
import { prepare } from '../local/prepare';
import { tiny } from './a-seed';
import { documentedOrganization } from './an-organization';

export interface SiteOptions extends Partial<HostOptions> {
  /** Store the organization key and the seed's policy; default true. */
  readonly prepared?: boolean;
  readonly orgKey?: boolean;
  /** Let scheduled triggers run as time passes; default false, so that nothing runs unasked. */
  readonly schedules?: boolean;
}

/** No time passes by itself but what a test asks for. */
export const NO_LATENCY = { rest: 0, kvs: 0, queue: 0 };

/** Group and account of a membership of the organization API. */
const MEMBERSHIP = /\/groups\/([^/]+)\/memberships\/([^/]+)$/;

interface Stored {
  readonly key: string;
  readonly value?: unknown;
  readonly secret?: boolean;
}

/** A site with the app installed, seen from outside: people call resolvers, tests look at what came of it. */
export class Site {
  constructor(readonly host: LocalHost) {}

  /** A persona of the seed, or an account id as it is. */
  accountOf(who: string): string {
    return this.host.organization.seed.personas[who] ?? who;
  }

  /** The app's whole answer; the payload may be anything, as a page could send anything. */
  async ask<Name extends ResolverName>(
    who: string,
    resolver: Name,
    payload?: unknown,
  ): Promise<Reply<Replies[Name]>> {
    const reply = await this.host.invoke({ accountId: this.accountOf(who), resolver, payload });
    expect(reply).toHaveProperty('ok');
    // Every resolver answers with the one shape of contract/resolvers.ts.
    return reply as Reply<Replies[Name]>;
  }

  /** The data of an answer that must not be a refusal. */
  async get<Name extends ResolverName>(
    who: string,
    resolver: Name,
    payload?: PayloadOf<Name>,
  ): Promise<Replies[Name]> {
    const reply = await this.ask(who, resolver, payload);
    if (!reply.ok) throw new Error(`${resolver} was refused: ${reply.error.code}: ${reply.error.message}`);
    return reply.data;
  }

  /** Code and sentence of an answer that must be a refusal. */
  async refusal(
    who: string,
    resolver: ResolverName,
    payload?: unknown,
  ): Promise<{ code: string; message: string }> {
    const reply = await this.ask(who, resolver, payload);
    if (reply.ok) throw new Error(`${resolver} was not refused.`);
    return reply.error;
  }

  /** Scans by hand to its end. */
  async scan(who = 'admin'): Promise<NonNullable<Replies['get-scan']>> {
    await this.get(who, 'start-scan');
    await this.host.drain();
    return this.scanStatus(who);
  }

  async scanStatus(who = 'admin'): Promise<NonNullable<Replies['get-scan']>> {
    const status = await this.get(who, 'get-scan');
    if (status === null) throw new Error('No scan was started.');
    return status;
  }

  calls(method?: string, path?: RegExp): LoggedCall[] {
    const calls = this.host.inspect('calls') as readonly LoggedCall[];
    return calls.filter(
      (call) => (method ?? call.method) === call.method && (path === undefined || path.test(call.path)),
    );
  }

  /** Every removal that was sent, by whichever executor, as `account/group`, in order. */
  removals(): string[] {
    return this.calls('DELETE').map(({ path, query }) => {
      const [, groupId = query['groupId'], accountId = query['accountId']] =
        MEMBERSHIP.exec(decodeURIComponent(path)) ?? [];
      return `${String(accountId)}/${String(groupId)}`;
    });
  }

  memberships(): Record<string, string[]> {
    return this.host.inspect('memberships') as Record<string, string[]>;
  }

  stored(): Stored[] {
    return this.host.inspect('kvs') as Stored[];
  }
}

/** A site on the tiny seed unless another is given. All its calls are checked against the documents. */
export async function aSite(options: SiteOptions = {}): Promise<Site> {
  const { prepared = true, orgKey = true, schedules = false, ...host } = options;
  const site = new Site(
    await createHost({
      seed: tiny(),
      latency: NO_LATENCY,
      report: () => undefined,
      organization: documentedOrganization,
      ...host,
    }),
  );
  site.host.organization.setAppRightsDelay(0);
  await site.host.install({ schedules });
  if (prepared) await prepare(site.host, { orgKey });
  return site;
}

/** A site whose first scan is complete. */
export async function aScannedSite(options: SiteOptions = {}): Promise<Site> {
  const site = await aSite(options);
  const status = await site.scan();
  if (status.state !== 'complete') throw new Error(`The scan did not complete: ${status.message}`);
  return site;
}
