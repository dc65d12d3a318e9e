import { describe, expect, test } from 'vitest';

import type { UndoOrder } from '../../src/domain/plan/undo-block';
import type { WriteOrder } from '../../src/domain/plan/write-block';
import type { Executor } from '../../src/domain/review/run';
import { known } from '../../src/domain/signal';
import { AppError } from '../../src/lib/app-error';
import type { MembershipWriter } from '../../src/ports/membership-writer';
import {
  aDefaultGroup,
  aGrant,
  aGroup,
  aLocalGroup,
  aSyncedGroup,
  aTeamGroup,
  anUntoldGroup,
} from '../builders/a-group';
import { aHeader } from '../builders/a-header';
import { aReading, type World } from '../builders/a-world';
import { groups, people } from '../integration/a-seed';
import { documentedOrganization } from '../integration/an-organization';
import type { LoggedCall } from '../local/call';
import { aForgeWorld, type ForgeWorld } from '../unit/local-forge/a-forge-world';

const JIRA = 'jira-software';
const GROUP = groups.jiraUsers;
const DELETES = {
  'acting-administrator': { target: 'jira', match: 'DELETE /rest/api/3/group/user' },
  'organization-key': {
    target: 'org',
    match: 'DELETE /admin/v2/orgs/*/directories/*/groups/*/memberships/*',
  },
} as const satisfies Record<Executor, object>;

/** Both writers, in an invocation of a local organization. */
class Bench {
  private constructor(
    private readonly world: ForgeWorld,
    private readonly executor: Executor,
  ) {}

  static async of(executor: Executor): Promise<Bench> {
    const world = await aForgeWorld(undefined, { organization: documentedOrganization });
    world.host.organization.setAppRightsDelay(0);
    return new Bench(world, executor);
  }

  /** Lets the next removal go wrong. */
  fault(fault: object): this {
    this.world.host.fault({ ...DELETES[this.executor], ...fault });
    return this;
  }

  /** Lets the writer do something, on behalf of a site administrator unless somebody else is named. */
  let<Result>(work: (writer: MembershipWriter) => Promise<Result>, accountId?: string): Promise<Result> {
    return this.world.run(async () => work(await this.writer()), accountId);
  }

  remove(order: WriteOrder = anOrder()) {
    return this.let((writer) => writer.remove(order));
  }

  get sent(): number {
    return (this.world.host.inspect('calls') as LoggedCall[]).filter(({ method }) => method === 'DELETE')
      .length;
  }

  get members(): readonly string[] {
    return (this.world.host.inspect('memberships') as Record<string, string[]>)[GROUP] ?? [];
  }

  revoke(): this {
    this.world.host.fault({
      target: 'org',
      match: '* /admin/v2/orgs/*/directories/*/users/count',
      status: 401,
    });
    return this;
  }

  /** Imported here, for the packages of Forge look at their globals when they are imported. */
  private async writer(): Promise<MembershipWriter> {
    const { membershipWriters } = await import('../../src/atlassian/membership-gateway');
    const { createCallerRights } = await import('../../src/atlassian/caller-gateway');
    const { createHttp } = await import('../../src/atlassian/http');
    const { createEgress } = await import('../../src/atlassian/egress');
    const { createOrganizationDirectory } = await import('../../src/atlassian/organization-gateway');
    const timeLeft = (): number => 25_000;
    const http = createHttp(this.world.platform, timeLeft);
    const { seed, orgKey } = this.world.host.organization;
    const key = { key: orgKey, organizationId: seed.org.id, directoryId: seed.org.directoryId };
    const egress = createEgress(timeLeft);
    const organization = createOrganizationDirectory(http, key, seed.site.cloudId, egress);
    return this.executor === 'acting-administrator'
      ? membershipWriters[this.executor](createCallerRights(http))
      : membershipWriters[this.executor]({ key, egress, organization });
  }
}

/** An order to remove Casey from the default group, which is a plain local group unless the world says otherwise. */
function anOrder(world: World = {}, change: Partial<WriteOrder> = {}): WriteOrder {
  const account = { accountId: people.casey, ...world.account };
  return {
    groupId: GROUP,
    executors: [people.ada],
    reading: aReading({ groups: [aLocalGroup(GROUP, JIRA)], ...world, account }),
    confirmedGroups: new Set(),
    soleAdministratorOf: known([]),
    rehearsal: false,
    ...change,
  };
}

/** An order to give Casey back what was removed. */
function anUndo(now = aLocalGroup(GROUP, JIRA), change: Partial<UndoOrder> = {}): UndoOrder {
  return {
    ...{ accountId: people.casey, groupId: GROUP, actor: people.ada },
    account: { accountType: 'atlassian', appType: known(null) },
    ...{ then: aLocalGroup(GROUP, JIRA), header: aHeader({ groups: [now] }), confirmedGroups: new Set() },
    ...change,
  };
}

const NOT_GIVEN: Readonly<Record<string, UndoOrder>> = {
  'a synced group': anUndo(aSyncedGroup(GROUP, JIRA)),
  'a team group': anUndo(aTeamGroup(GROUP, JIRA)),
  'a group of unknown source': anUndo(anUntoldGroup(GROUP, JIRA)),
  'a group that gives administration': anUndo(aGroup(GROUP, { grants: [aGrant(JIRA, 'admin')] })),
  'more than was left': anUndo(
    aGroup(GROUP, { ...aLocalGroup(GROUP, JIRA), grants: [aGrant(JIRA), aGrant('confluence')] }),
  ),
  oneself: anUndo(undefined, { actor: people.casey }),
};

const BLOCKED: Readonly<Record<string, WriteOrder>> = {
  'a synced group': anOrder({ groups: [aSyncedGroup(GROUP, JIRA)] }),
  'a team group': anOrder({ groups: [aTeamGroup(GROUP, JIRA)] }),
  'a group of unknown source': anOrder({ groups: [anUntoldGroup(GROUP, JIRA)] }),
  'a group that gives administration': anOrder({
    groups: [aGroup(GROUP, { grants: [aGrant(JIRA, 'admin')] })],
  }),
  'a default group that nobody confirmed': anOrder({ groups: [aDefaultGroup(GROUP, JIRA)] }),
  'a group that was not read': anOrder({ groups: [] }),
  'an app': anOrder({ account: { accountType: 'app' } }),
  'an account that is not active': anOrder({ account: { accountStatus: 'inactive' } }),
  'whoever writes': anOrder({}, { executors: [people.ada, people.casey] }),
  'the last administrator of a project': anOrder({}, { soleAdministratorOf: known(['OPS']) }),
  'anybody in a rehearsal': anOrder({}, { rehearsal: true }),
};

// Every writer there is: a new one joins by its entry in the gateway, and does not compile here without one.
describe.each(Object.keys(DELETES) as Executor[])('The writer of the %s', (executor) => {
  test('ends the membership and tells that it did', async () => {
    const bench = await Bench.of(executor);
    expect(bench.members).toContain(people.casey);
    const { status } = await bench.remove();
    expect([200, 204]).toContain(status);
    expect(bench.members).not.toContain(people.casey);
  });

  test.each(Object.entries(BLOCKED))('refuses by itself %s, and sends nothing', async (_, order) => {
    const bench = await Bench.of(executor);
    const refused = await bench.let((writer) => writer.remove(order).catch((error: unknown) => error));
    expect(refused).toBeInstanceOf(AppError);
    expect(refused).toMatchObject({ code: 'removal.blocked' });
    expect(bench.sent).toBe(0);
  });

  test.each([400, 401, 403, 404, 409, 500, 503])('tells %i as it came, and sends once', async (status) => {
    const bench = (await Bench.of(executor)).fault({ status, times: 9 });
    expect(await bench.remove()).toMatchObject({ status, retryAfterSeconds: null });
    expect(bench.sent).toBe(1);
  });

  test('tells how long a 429 asks to wait, and does not wait itself', async () => {
    const bench = (await Bench.of(executor)).fault({
      status: 429,
      headers: { 'retry-after': '7' },
      times: 9,
    });
    expect(await bench.remove()).toMatchObject({ status: 429, retryAfterSeconds: 7 });
    expect(bench.sent).toBe(1);
  });

  test.each(['timeout', 'drop-after-write'])('tells no status when no answer comes (%s)', async (mode) => {
    const bench = (await Bench.of(executor)).fault({ mode, times: 9 });
    expect(await bench.remove()).toMatchObject({ status: null, retryAfterSeconds: null });
    expect(bench.sent).toBe(1);
  });

  test('tells what a membership that is not there is answered with', async () => {
    const bench = await Bench.of(executor);
    await bench.remove();
    const { status, detail } = await bench.remove();
    expect([400, 404]).toContain(status);
    expect(detail).not.toBe('');
    expect(detail.length).toBeLessThanOrEqual(300);
  });

  test('gives a membership back, and tells that somebody is there already', async () => {
    const bench = await Bench.of(executor);
    await bench.remove();
    const { status } = await bench.let((writer) => writer.add(anUndo()));
    expect([200, 201, 204]).toContain(status);
    expect(bench.members).toContain(people.casey);
    expect([400, 409]).toContain((await bench.let((writer) => writer.add(anUndo()))).status);
  });

  test.each(Object.entries(NOT_GIVEN))('refuses by itself to give back %s', async (_, order) => {
    const bench = await Bench.of(executor);
    await bench.remove();
    const refused = await bench.let((writer) => writer.add(order).catch((error: unknown) => error));
    expect(refused).toMatchObject({ code: 'removal.blocked' });
    expect(bench.members).not.toContain(people.casey);
  });

  test('is still let in where nothing was taken away', async () => {
    const bench = await Bench.of(executor);
    expect(await bench.let((writer) => writer.mayStillWrite())).toBe(true);
    expect(bench.sent).toBe(0);
  });

  test('is let in no more where the rights are gone', async () => {
    const bench = (await Bench.of(executor)).revoke();
    expect(await bench.let((writer) => writer.mayStillWrite(), people.devi)).toBe(false);
  });
});
