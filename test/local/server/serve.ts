import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { createLocalApp } from './local-app';
import type { ServedHost } from './served-host';

export interface ServeOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Folder of the built page. */
  readonly pageFolder: string;
  /** What the page calls the seed. */
  readonly seedName: string;
  /** Default: `manifest.yml` of the working directory. */
  readonly manifestPath?: string;
}

export interface Served {
  /** `http://127.0.0.1:PORT`, without a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves a local Atlassian over HTTP on 127.0.0.1: the page, REST and `/__local`.
 * @throws the system's error when the port cannot be had, `code` `EADDRINUSE` when it is taken
 */
export async function serve(host: ServedHost, options: ServeOptions): Promise<Served> {
  const app = createLocalApp(host, {
    ...options,
    manifestPath: resolve(options.manifestPath ?? 'manifest.yml'),
  });
  const server = createAdaptorServer({ fetch: (request) => app.fetch(request) });
  const address = await new Promise<AddressInfo>((settle, fail) => {
    server.once('error', fail);
    server.listen(options.port, '127.0.0.1', () => {
      const bound = server.address();
      if (bound === null || typeof bound === 'string') fail(new Error('The server has no port.'));
      else settle(bound);
    });
  });
  return {
    url: `http://127.0.0.1:${String(address.port)}`,
    close: () =>
      new Promise((settle) => {
        server.close(() => settle());
        // Browsers keep connections open for minutes.
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}
