import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import recorded from '../../fixtures/recorded/as-app.group-user.403.json';
import { createOrganization } from '../../local/organization/organization';
import { freshFolder } from '../../local/persistence';
import { aForgeWorld, alice, tinySeed } from './a-forge-world';

const real = { organization: createOrganization };
const orgId = (tinySeed as { org: { id: string } }).org.id;

test('install waits until the rights of the app have arrived', async () => {
  const { host, run, sdk } = await aForgeWorld(undefined, { ...real, installed: false });
  const begun = host.clock.now();
  await host.install();
  expect(host.clock.now() - begun).toBe(120_000);
  const reply = await run(() => sdk.asApp().requestJira(sdk.route`/rest/api/3/applicationrole`));
  expect(reply.status).toBe(200);
});

test('told not to wait, the app meets the platform without its rights', async () => {
  const { host, run, sdk } = await aForgeWorld(undefined, { ...real, installed: false });
  await host.install({ waitForRights: false });
  const reply = await run(() => sdk.asApp().requestJira(sdk.route`/rest/api/3/applicationrole`));
  expect([401, 403]).toContain(reply.status);
});

test('the organization API answers to its key and to nothing else', async () => {
  const { host, run, sdk } = await aForgeWorld(undefined, real);
  const url = `https://api.atlassian.com/admin/v2/orgs/${orgId}/directories`;
  const get = (key: string) => run(() => sdk.fetch(url, { headers: { authorization: `Bearer ${key}` } }));
  expect((await get(host.organization.orgKey)).status).toBe(200);
  expect((await get('another')).status).toBe(401);
});

test('an answer names the type of its content once', async () => {
  const { host, run, sdk } = await aForgeWorld(undefined, real);
  const headers = { authorization: `Bearer ${host.organization.orgKey}` };
  const [jira, org] = await run(() =>
    Promise.all([
      sdk.asApp().requestJira(sdk.route`/rest/api/3/myself`),
      sdk.fetch('https://api.atlassian.com/admin/v1/orgs', { headers }),
    ]),
  );
  const types = [jira, org].map((reply) => reply.headers.get('content-type'));
  expect(types).toEqual(['application/json;charset=UTF-8', 'application/json']);
});

test('its state is resumed from a folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'seattrace-real-'));
  const first = await aForgeWorld(undefined, { ...real, folder });
  const [group = ''] = Object.keys(first.host.organization.memberships());
  first.host.apply({ do: 'add-to-group', group, account: alice });
  const left = JSON.stringify(first.host.inspect('memberships'));
  await first.host.close();
  const { host } = await aForgeWorld(undefined, { ...real, folder });
  expect(JSON.stringify(host.inspect('memberships'))).toBe(left);
  await host.close();
  await freshFolder(folder);
});

test.each(['POST', 'DELETE'])('the app as itself may not %s a membership, and is told so', async (method) => {
  const { host, run, sdk } = await aForgeWorld(undefined, real);
  const [groupId = ''] = Object.keys(host.organization.memberships());
  const post = { method, body: JSON.stringify({ accountId: alice }) };
  const refused = await run(async () => {
    const reply = await (method === 'POST'
      ? sdk.asApp().requestJira(sdk.route`/rest/api/3/group/user?groupId=${groupId}`, post)
      : sdk
          .asApp()
          .requestJira(sdk.route`/rest/api/3/group/user?groupId=${groupId}&accountId=${alice}`, { method }));
    return { status: reply.status, body: await reply.text() };
  });
  expect(refused).toEqual(recorded);
});
