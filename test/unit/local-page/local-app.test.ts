import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLocalApp } from '../../local/server/local-app';
import type { ServedHost } from '../../local/server/served-host';
import { aServedHost } from './fake-host';

const HOST = '127.0.0.1:4747';

function aPageFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'page-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<title>SeatTrace</title>');
  writeFileSync(join(folder, 'inspector.html'), '<title>Inspector</title>');
  writeFileSync(join(folder, 'assets', 'index-1.js'), 'export {};');
  return folder;
}

const pageFolder = aPageFolder();

function aSite(changes: Partial<ServedHost> = {}) {
  const host = aServedHost(changes);
  const app = createLocalApp(host, { pageFolder, seedName: 'tiny', manifestPath: 'manifest.yml' });
  const send = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    if (!headers.has('host')) headers.set('host', HOST);
    const response = await app.request(path, { ...init, headers });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: () => JSON.parse(text) as unknown,
    };
  };
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    send(path, { method: 'POST', body: JSON.stringify(body), headers });
  return { host, send, post };
}

const refusal = (code: string) => ({ error: { code, message: expect.any(String) as unknown } });

describe('who is served', () => {
  it('is refused under a name that is not this machine’s own', async () => {
    const answer = await aSite().send('/', { headers: { host: 'evil.example' } });
    expect([answer.status, answer.json()]).toEqual([421, refusal('host.refused')]);
  });

  it('is served as localhost', async () => {
    expect((await aSite().send('/', { headers: { host: 'localhost:4747' } })).status).toBe(200);
  });

  it('may not write from another origin’s page', async () => {
    const { post, host } = aSite();
    const answer = await post('/__local/drain', {}, { origin: 'http://evil.example' });
    expect([answer.status, answer.json(), host.asked]).toEqual([403, refusal('origin.refused'), []]);
  });

  it('may write from the local page', async () => {
    expect((await aSite().post('/__local/drain', {}, { origin: `http://${HOST}` })).status).toBe(200);
  });
});

describe('the page', () => {
  it('is there at the root and at each address of Jira', async () => {
    const { send } = aSite();
    const titles = [await send('/'), await send('/jira/settings/apps/seattrace-admin/seats')].map(
      ({ text }) => text,
    );
    expect(titles).toEqual(['<title>SeatTrace</title>', '<title>SeatTrace</title>']);
  });

  it('may load nothing from elsewhere', async () => {
    expect((await aSite().send('/')).headers.get('content-security-policy')).toContain("default-src 'self'");
  });

  it('has an inspector', async () => {
    expect((await aSite().send('/__local/ui')).text).toBe('<title>Inspector</title>');
  });

  it('keeps its files for good, as their names carry a hash', async () => {
    const answer = await aSite().send('/assets/index-1.js');
    expect([answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      'text/javascript; charset=utf-8',
      'public, max-age=31536000, immutable',
    ]);
  });

  it('gives out no file from outside its folder', async () => {
    expect((await aSite().send('/assets/..%2f..%2fpackage.json')).status).toBe(404);
  });

  it('sends an issue’s address to the inspector', async () => {
    expect((await aSite().send('/browse/OPS-1')).headers.get('location')).toBe(
      '/__local/ui?tab=issues&q=OPS-1',
    );
  });
});

describe('REST', () => {
  it('goes to the local Atlassian with all that it carries', async () => {
    const { send, host } = aSite();
    await send('/rest/api/3/group/user?groupId=g', {
      method: 'POST',
      body: '{"accountId":"x"}',
      headers: { authorization: 'Basic abc' },
    });
    expect(host.asked).toEqual([
      'rest {"method":"POST","path":"/rest/api/3/group/user","query":"groupId=g","authorization":"Basic abc","body":{"accountId":"x"}}',
    ]);
  });

  it('comes back with its status, headers and body', async () => {
    const answer = await aSite().send('/admin/v1/orgs');
    expect([answer.status, answer.headers.get('x-from'), answer.json()]).toEqual([
      200,
      'host',
      { path: '/admin/v1/orgs' },
    ]);
  });

  it('has no body where there is none', async () => {
    const rest = () => Promise.resolve({ status: 204, headers: {}, body: undefined, points: 1 });
    const answer = await aSite({ rest }).send('/rest/api/3/group/user', { method: 'DELETE' });
    expect([answer.status, answer.text]).toEqual([204, '']);
  });
});

describe('local calls', () => {
  it('are listed with what they do', async () => {
    const answer = await aSite().send('/__local');
    expect(answer.text).toContain('{"method":"POST","path":"/__local/advance","what":"Moves the clock');
  });

  it('tell organization, personas, pages and clock', async () => {
    expect((await aSite().send('/__local/state')).json()).toMatchObject({
      app: { name: 'SeatTrace' },
      organization: { name: 'Northwind Example' },
      clock: { now: '2026-11-02T09:00:00.000Z' },
      modules: [
        { key: 'seattrace-admin', place: 'admin' },
        {},
        {},
        { key: 'seattrace-global', place: 'global' },
      ],
      personas: [{ key: 'admin', name: 'Ada Admin' }, { key: 'approver' }, { key: 'outsider' }],
    });
  });

  it('find people by a part of their name', async () => {
    expect((await aSite().send('/__local/people?q=bram')).json()).toMatchObject({
      people: [{ name: 'Bram Approver' }],
    });
  });

  it('find several people by their ids', async () => {
    const ids = '712020:00000000-0000-4000-8000-000000000002,712020:nobody';
    expect((await aSite().send(`/__local/people?ids=${ids}`)).json()).toMatchObject({
      people: [{ name: 'Bram Approver' }],
    });
  });

  it('tell that there is no such person', async () => {
    expect((await aSite().send('/__local/people/nobody')).json()).toEqual(refusal('not.found'));
  });

  it('give the context that the app’s page asks for', async () => {
    const answer = await aSite().send('/__local/context?accountId=a&moduleKey=seattrace-global');
    expect(answer.json()).toMatchObject({
      accountId: 'a',
      moduleKey: 'seattrace-global',
      extension: { type: 'jira:globalPage' },
      siteUrl: 'https://northwind-example.atlassian.net',
    });
  });

  it('call a resolver as a person', async () => {
    const { post, host } = aSite();
    const answer = await post('/__local/invoke', {
      accountId: 'a',
      moduleKey: 'm',
      resolver: 'r',
      payload: { b: 1 },
    });
    expect(answer.json()).toEqual({ result: { ok: true, data: { b: 1 } } });
    expect(host.asked).toEqual(['invoke {"accountId":"a","resolver":"r","payload":{"b":1},"moduleKey":"m"}']);
  });

  it('refuse a body that lacks something, and name it', async () => {
    const answer = await aSite().post('/__local/advance', {});
    expect([answer.status, answer.json()]).toEqual([
      400,
      { error: { code: 'input.invalid', message: expect.stringContaining('duration') as unknown } },
    ]);
  });

  it('move the clock, run triggers and drain queues', async () => {
    const { post, host } = aSite();
    await post('/__local/advance', { duration: 'P1D' });
    await post('/__local/trigger', { moduleKey: 'seattrace-hourly' });
    const answer = await post('/__local/drain', {});
    expect(host.asked).toEqual(['advance "P1D"', 'trigger "seattrace-hourly"', 'drain null']);
    expect(answer.json()).toEqual({ clock: { now: '2026-11-02T09:00:00.000Z' } });
  });

  it('pass on what the platform refuses, with its code', async () => {
    const failure = Object.assign(new Error('Too many invocations.'), { code: 'platform.rate-limited' });
    const answer = await aSite({ invoke: () => Promise.reject(failure) }).post('/__local/invoke', {
      accountId: 'a',
      resolver: 'r',
    });
    expect([answer.status, answer.json()]).toEqual([429, refusal('platform.rate-limited')]);
  });

  it('take faults and script steps', async () => {
    const { post, host } = aSite();
    await post('/__local/fault', { target: 'jira' });
    await post('/__local/atlassian', { do: 'suspend', account: 'a' });
    expect(host.asked).toEqual(['fault {"target":"jira"}', 'apply {"do":"suspend","account":"a"}']);
  });

  it('take faults back', async () => {
    const { send, host } = aSite();
    const answer = await send('/__local/faults', { method: 'DELETE' });
    expect([answer.json(), host.asked]).toEqual([{ faults: [] }, ['clearFaults null']]);
  });

  it('name the place of what is wrong in a fault', async () => {
    const fault = () => {
      throw Object.assign(new Error('match: is no match'), { path: 'match' });
    };
    const answer = await aSite({ fault }).post('/__local/fault', {});
    expect([answer.status, answer.json()]).toEqual([
      400,
      { error: { code: 'input.invalid', message: 'match: is no match' } },
    ]);
  });

  it('refuse a duration that is none', async () => {
    const { post, host } = aSite();
    const answer = await post('/__local/advance', { duration: 'soon' });
    expect([answer.status, answer.json(), host.asked]).toEqual([400, refusal('input.invalid'), []]);
  });

  it('pass on what the organization says against a script step', async () => {
    const apply = () => {
      throw new Error('There is no account a.');
    };
    expect(
      (await aSite({ apply }).post('/__local/atlassian', { do: 'suspend', account: 'a' })).json(),
    ).toEqual({
      error: { code: 'input.invalid', message: 'There is no account a.' },
    });
  });

  it('show the calls after a number', async () => {
    const answer = await aSite().send('/__local/calls?after=1');
    expect(answer.json()).toMatchObject({ calls: [{ n: 2 }, { n: 3 }], last: 3, total: 3, points: 9 });
  });

  it('answer an unknown path with a refusal', async () => {
    expect((await aSite().send('/__local/nothing')).json()).toEqual(refusal('not.found'));
  });
});

describe('inspections', () => {
  it('show memberships by group name', async () => {
    expect((await aSite().send('/__local/inspect/memberships')).json()).toMatchObject({
      total: 1,
      items: [{ name: 'jira-users-northwind', accountIds: ['712020:00000000-0000-4000-8000-000000000001'] }],
    });
  });

  it('leave long values out until they are asked for', async () => {
    const { send } = aSite();
    const short = (await send('/__local/inspect/kvs?q=snapshot')).json();
    const full = (await send('/__local/inspect/kvs?q=snapshot&full=1')).json();
    expect(short).toMatchObject({ items: [{ key: 'snapshot:1', bytes: 9_000, omitted: true }] });
    expect(full).toMatchObject({ items: [{ key: 'snapshot:1', value: 'x'.repeat(9_000) }] });
  });

  it('can be paged', async () => {
    expect((await aSite().send('/__local/inspect/calls?offset=1&limit=1')).json()).toMatchObject({
      total: 3,
      offset: 1,
      limit: 1,
      items: [{ n: 2 }],
    });
  });

  it('refuse to show what there is not', async () => {
    expect((await aSite().send('/__local/inspect/secrets')).status).toBe(400);
  });
});
