import type { Context } from 'hono';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HttpError, toRefusal } from './http-error';
import { actionRoutes } from './action-routes';
import { inspectionRoutes } from './inspection-routes';
import { pageRoutes } from './page-routes';
import { readManifestPages } from './manifest-pages';
import { readPageFile } from './page-files';
import { People } from './people';
import { ownHostOnly, pageHeaders, sameOriginWrites } from './request-guard';
import { answerRest, REST_PATHS } from './rest-routes';
import type { ServedHost } from './served-host';

/** Bytes of a request's body; the platform's own limits are far below. */
const LARGEST_BODY = 8 * 1024 * 1024;

export interface LocalAppOptions {
  readonly pageFolder: string;
  readonly seedName: string;
  readonly manifestPath: string;
}

/** The HTTP application of a local Atlassian, without a port. */
export function createLocalApp(host: ServedHost, options: LocalAppOptions): Hono {
  const app = new Hono();
  app.onError((error, context) => {
    const { status, body } = toRefusal(error instanceof SyntaxError ? badJson() : error);
    return context.json(body, status);
  });
  app.use(ownHostOnly);
  app.use(bodyLimit({ maxSize: LARGEST_BODY, onError: tooLarge }));
  for (const path of REST_PATHS) app.all(path, (context) => answerRest(context, host));
  addLocalRoutes(app, host, options);
  addPage(app, options.pageFolder);
  app.notFound((context) =>
    context.json({ error: { code: 'not.found', message: `Nothing is served at ${context.req.path}.` } }, 404),
  );
  return app;
}

function addLocalRoutes(app: Hono, host: ServedHost, options: LocalAppOptions): void {
  const parts = {
    host,
    people: new People(host.organization.seed),
    manifest: readManifestPages(options.manifestPath),
    seedName: options.seedName,
  };
  const routes = [...pageRoutes(parts), ...actionRoutes(parts), ...inspectionRoutes(parts)];
  app.use('/__local/*', sameOriginWrites);
  app.get('/__local', (context) =>
    context.json({
      calls: routes.map(({ method, path, what }) => ({ method, path: `/__local${path}`, what })),
    }),
  );
  for (const { method, path, answer } of routes) {
    // An answer without content has no JSON.
    app.on(method, `/__local${path}`, async (context) => context.json((await answer(context)) ?? null));
  }
}

function addPage(app: Hono, folder: string): void {
  const file = (path: string) => async () => {
    const found = await readPageFile(folder, path);
    if (found === undefined) throw new HttpError(404, 'not.found', `${path} is not part of the page.`);
    return found;
  };
  for (const path of ['/', '/jira/*', '/__local/ui', '/assets/*', '/favicon.svg']) app.use(path, pageHeaders);
  app.get('/', file('/index.html'));
  app.get('/jira/*', file('/index.html'));
  app.get('/__local/ui', file('/inspector.html'));
  app.get('/favicon.svg', file('/favicon.svg'));
  app.get('/assets/*', (context) => file(context.req.path)());
  app.get('/browse/:key', (context) =>
    context.redirect(`/__local/ui?tab=issues&q=${encodeURIComponent(context.req.param('key'))}`),
  );
}

function badJson(): HttpError {
  return new HttpError(400, 'input.invalid', 'The body is not JSON.');
}

function tooLarge(context: Context): Response {
  const { status, body } = toRefusal(new HttpError(413, 'input.too-large', 'The body is too large.'));
  return context.json(body, status);
}
