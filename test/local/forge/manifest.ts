import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { parse } from 'yaml';
import { z } from 'zod';

import { INVOCATION_LIMITS } from './limits';

const functionReference = z.object({ function: z.string() });
const page = z.looseObject({ key: z.string(), resolver: functionReference.optional() });
const scopes = z.union([
  z.array(z.string()),
  z.record(z.string(), z.object({ allowImpersonation: z.boolean().optional() })),
]);

const seconds = z
  .number()
  .min(1)
  .max(INVOCATION_LIMITS.longestMs / 1_000);

const manifestSchema = z.object({
  app: z.object({ id: z.string() }),
  permissions: z.object({
    scopes,
    external: z
      .object({
        fetch: z.object({
          backend: z.array(z.union([z.string(), z.object({ address: z.string() })])).default([]),
        }),
      })
      .optional(),
  }),
  modules: z.object({
    'jira:adminPage': z.array(page).default([]),
    'jira:globalPage': z.array(page).default([]),
    'jira:globalPermission': z
      .array(z.object({ key: z.string(), defaultGrants: z.array(z.string()).default([]) }))
      .default([]),
    scheduledTrigger: z
      .array(
        z.object({
          key: z.string(),
          function: z.string(),
          interval: z.enum(['fiveMinute', 'hour', 'day', 'week']),
        }),
      )
      .default([]),
    consumer: z.array(z.object({ key: z.string(), queue: z.string(), function: z.string() })).default([]),
    trigger: z
      .array(z.object({ key: z.string(), function: z.string(), events: z.array(z.string()) }))
      .default([]),
    preUninstall: z.array(z.object({ key: z.string(), function: z.string() })).default([]),
    function: z.array(z.object({ key: z.string(), handler: z.string(), timeoutSeconds: seconds.optional() })),
  }),
});

type Parsed = z.infer<typeof manifestSchema>;

export type PageType = 'jira:adminPage' | 'jira:globalPage';

/** A module with a resolver: what the bridge of a page can call. */
export interface PageModule {
  readonly key: string;
  readonly type: PageType;
  readonly function: string;
}

/** What the emulated platform reads from `manifest.yml`. */
export interface Manifest {
  readonly appId: string;
  readonly scopes: readonly string[];
  readonly allowsImpersonation: boolean;
  /** Origins that `fetch` may reach. */
  readonly egress: readonly string[];
  readonly pages: readonly PageModule[];
  readonly globalPermissions: Parsed['modules']['jira:globalPermission'];
  readonly scheduledTriggers: Parsed['modules']['scheduledTrigger'];
  readonly consumers: Parsed['modules']['consumer'];
  readonly triggers: Parsed['modules']['trigger'];
  readonly preUninstalls: Parsed['modules']['preUninstall'];
  readonly functions: ReadonlyMap<string, ManifestFunction>;
}

export interface ManifestFunction {
  /** Name of the export behind the file: `resolver` of `index.resolver`. */
  readonly handler: string;
  /** Time budget of consumers and scheduled triggers. */
  readonly timeoutMs: number;
}

/** Reads the manifest at `path`, by default the nearest `manifest.yml` at or above the working directory. */
export function readManifest(path: string = nearestManifest(process.cwd())): Manifest {
  return toManifest(manifestSchema.parse(parse(readFileSync(path, 'utf8'))));
}

function toManifest({ app, permissions, modules }: Parsed): Manifest {
  const scopes: Readonly<Record<string, { allowImpersonation?: boolean | undefined }>> = Array.isArray(
    permissions.scopes,
  )
    ? Object.fromEntries(permissions.scopes.map((scope) => [scope, {}]))
    : permissions.scopes;
  const backend = permissions.external?.fetch.backend ?? [];
  return {
    appId: app.id,
    scopes: Object.keys(scopes),
    allowsImpersonation: Object.values(scopes).some((scope) => scope.allowImpersonation === true),
    egress: backend.map((entry) => new URL(typeof entry === 'string' ? entry : entry.address).origin),
    pages: [...pagesOf(modules, 'jira:adminPage'), ...pagesOf(modules, 'jira:globalPage')],
    globalPermissions: modules['jira:globalPermission'],
    scheduledTriggers: modules.scheduledTrigger,
    consumers: modules.consumer,
    triggers: modules.trigger,
    preUninstalls: modules.preUninstall,
    functions: new Map(modules.function.map((entry) => [entry.key, toFunction(entry)])),
  };
}

function pagesOf(modules: Parsed['modules'], type: PageType): PageModule[] {
  return modules[type].flatMap(({ key, resolver }) =>
    resolver === undefined ? [] : [{ key, type, function: resolver.function }],
  );
}

function toFunction(entry: Parsed['modules']['function'][number]): ManifestFunction {
  const handler = entry.handler.slice(entry.handler.lastIndexOf('.') + 1);
  const { timeoutSeconds } = entry;
  const timeoutMs = timeoutSeconds === undefined ? INVOCATION_LIMITS.defaultMs : timeoutSeconds * 1_000;
  return { handler, timeoutMs };
}

function nearestManifest(folder: string): string {
  const path = join(folder, 'manifest.yml');
  if (existsSync(path)) return path;
  const above = dirname(folder);
  if (above === folder) throw new Error('There is no manifest.yml at or above the working directory.');
  return nearestManifest(above);
}
