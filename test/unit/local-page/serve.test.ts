import { describe, expect, it } from 'vitest';
import { isPortFree } from '../../local/server/port';
import { serve } from '../../local/server/serve';
import { aServedHost } from './fake-host';

const OPTIONS = { port: 0, pageFolder: '/nowhere', seedName: 'tiny' };

describe('the server', () => {
  it('takes a free port of this machine alone, and gives it back', async () => {
    const served = await serve(aServedHost(), OPTIONS);
    const { hostname, port } = new URL(served.url);
    const answer = await fetch(`${served.url}/__local/state`);
    expect([hostname, answer.status]).toEqual(['127.0.0.1', 200]);
    expect(await isPortFree(Number(port))).toBe(false);
    await served.close();
    expect(await isPortFree(Number(port))).toBe(true);
  });

  it('fails with the system’s code when the port is taken', async () => {
    const first = await serve(aServedHost(), OPTIONS);
    const port = Number(new URL(first.url).port);
    await expect(serve(aServedHost(), { ...OPTIONS, port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await first.close();
  });
});
