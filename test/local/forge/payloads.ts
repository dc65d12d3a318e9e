import { createHash } from 'node:crypto';

import type { Invocation } from './invocation';
import type { Manifest, PageModule } from './manifest';
import type { QueuedEvent } from './queue-event';
import { endOfRetention } from './redelivery';

/** Who and what the installation is, as payloads and contexts name it. */
export interface Installation {
  readonly appId: string;
  readonly environmentId: string;
  readonly installationId: string;
  readonly cloudId: string;
  readonly siteUrl: string;
}

const APP_VERSION = '1.0.0';
const LICENSE = { active: true, type: 'commercial', isEvaluation: false };

/** The installation of the manifest's app on a site; its ids are the same each time. */
export function installationOf(manifest: Manifest, site: { cloudId: string; url: string }): Installation {
  const appId = manifest.appId.slice(manifest.appId.lastIndexOf('/') + 1);
  return {
    appId,
    environmentId: stableUuid(`${appId} environment`),
    installationId: stableUuid(`${appId} ${site.cloudId}`),
    cloudId: site.cloudId,
    siteUrl: site.url,
  };
}

/** Both arguments of a resolver function, as `invoke` of the bridge brings them about. */
export function resolverArguments(
  installation: Installation,
  page: PageModule,
  call: { readonly accountId: string; readonly resolver: string; readonly payload: unknown },
): unknown[] {
  const { cloudId, siteUrl, environmentId } = installation;
  const context = {
    cloudId,
    siteUrl,
    environmentId,
    environmentType: 'DEVELOPMENT',
    moduleKey: page.key,
    localId: `${installationAri(installation)}/${page.key}`,
    locale: 'en-US',
    timezone: 'UTC',
    extension: { type: page.type },
  };
  const request = { call: { functionKey: call.resolver, payload: call.payload }, context };
  return [request, { ...runtimePayload(installation), principal: { accountId: call.accountId } }];
}

/** Both arguments of a consumer: the event and its context. */
export function consumerArguments(installation: Installation, event: QueuedEvent, now: number): unknown[] {
  const { queue, jobId, id, body, delayInSeconds, concurrency, retryContext } = event;
  const retentionWindow = {
    startTime: new Date(event.pushedAt).toISOString(),
    remainingTimeMs: Math.max(0, endOfRetention(event) - now),
  };
  const asyncEvent = {
    queueName: queue,
    jobId,
    eventId: id,
    body,
    delayInSeconds,
    concurrency,
    retryContext: retryContext === undefined ? undefined : { ...retryContext, retentionWindow },
  };
  // A copy, as each delivery would read its own from the queue.
  return [JSON.parse(JSON.stringify(asyncEvent)), runtimePayload(installation)];
}

/** Both arguments of a scheduled trigger's function. */
export function scheduledArguments(installation: Installation, moduleKey: string): unknown[] {
  const context = { cloudId: installation.cloudId, moduleKey };
  return [{ context, contextToken: `local-${moduleKey}` }, runtimePayload(installation)];
}

/** The body of an event for a `trigger` module about the app itself, such as `avi:forge:installed:app`. */
export function lifecycleEvent(
  installation: Installation,
  eventType: string,
  installerAccountId: string,
): Record<string, unknown> {
  return {
    eventType,
    id: installationAri(installation),
    installerAccountId,
    app: { id: appAri(installation), version: APP_VERSION },
    environment: { id: installation.environmentId },
    context: siteAri(installation),
  };
}

/** Both arguments of a function that gets an event about the app itself. */
export function lifecycleArguments(installation: Installation, body: Record<string, unknown>): unknown[] {
  return [structuredClone(body), runtimePayload(installation)];
}

/** What `@forge/api` reads from the runtime while `invocation` runs. */
export function runtimeOf(
  installation: Installation,
  invocation: Invocation,
  { scopes, now }: { readonly scopes: readonly string[]; readonly now: () => number },
): object {
  const { appId, environmentId, installationId } = installation;
  return {
    appContext: {
      appId,
      appVersion: APP_VERSION,
      environmentId,
      environmentType: 'DEVELOPMENT',
      installationId,
      invocationId: invocation.id,
      moduleKey: invocation.moduleKey,
      license: LICENSE,
      permissions: { scopes, external: {} },
    },
    lambdaContext: { getRemainingTimeInMillis: () => Math.max(0, invocation.deadline - now()) },
    metrics: NO_METRICS,
  };
}

const NO_METRICS = {
  counter: () => ({ incr: () => undefined }),
  timing: () => ({ measure: () => ({ stop: () => undefined }) }),
};

function runtimePayload(installation: Installation): Record<string, unknown> {
  return {
    installContext: siteAri(installation),
    license: LICENSE,
    installation: { ari: { installationId: installation.installationId }, contexts: [] },
  };
}

function siteAri({ cloudId }: Installation): string {
  return `ari:cloud:jira::site/${cloudId}`;
}

function appAri({ appId }: Installation): string {
  return `ari:cloud:ecosystem::app/${appId}`;
}

function installationAri({ installationId }: Installation): string {
  return `ari:cloud:ecosystem::installation/${installationId}`;
}

function stableUuid(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}
