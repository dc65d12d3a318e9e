import { getAppContext } from '@forge/api';
import { createCallerRights } from './atlassian/caller-gateway';
import { createEgress } from './atlassian/egress';
import { createHttp } from './atlassian/http';
import { createJiraNotices } from './atlassian/jira-notice-gateway';
import { createJiraSite } from './atlassian/jira-site-gateway';
import { membershipWriters } from './atlassian/membership-gateway';
import { createOrganizationDirectory, findOrganization } from './atlassian/organization-gateway';
import { createRunConsumer } from './entry/consumers/run-consumer';
import { createScanConsumer } from './entry/consumers/scan-consumer';
import { createVerifyConsumer } from './entry/consumers/verify-consumer';
import { createResolver } from './entry/resolvers/create-resolver';
import type { AppTools } from './usecases/app-tools';
import { createHourlyTrigger } from './entry/triggers/hourly-trigger';
import { createLifecycleTrigger, createPreUninstall } from './entry/triggers/lifecycle-trigger';
import type { Platform } from './ports/platform';
import type { OrganizationKey } from './ports/stores';
import { createJobs } from './queues/jobs';
import { createExportStore } from './storage/export-repository';
import { createKeyStore } from './storage/key-repository';
import { createKvsClient } from './storage/kvs-client';
import { createLedgerStore } from './storage/ledger-repository';
import { createRunStore } from './storage/run-repository';
import { createSavedFilterStore } from './storage/saved-filter-repository';
import { createScanStore } from './storage/scan-repository';
import { createSnapshotStore } from './storage/snapshot-repository';

/** Puts the app together: every function that the manifest names, on the given time and randomness. */
export function createApp(platform: Platform) {
  return createHandlers(createTools(platform));
}

/** Every function that the manifest names, on these tools. */
export function createHandlers(tools: AppTools) {
  return {
    resolver: createResolver(tools),
    scan: createScanConsumer(tools),
    run: createRunConsumer(tools),
    verify: createVerifyConsumer(tools),
    hourly: createHourlyTrigger(tools),
    installed: createLifecycleTrigger(tools),
    preUninstall: createPreUninstall(tools),
  };
}

/** The tools of the app on Forge: gateways, stores and queues. */
export function createTools(platform: Platform): AppTools {
  const timeLeft = (): number => getAppContext().invocationRemainingTimeInMillis();
  const client = createKvsClient(platform);
  const http = createHttp(platform, timeLeft);
  const keys = createKeyStore(client);
  const rights = createCallerRights(http);
  const openDirectory = (key: OrganizationKey, cloudId: string, egress = createEgress(timeLeft)) =>
    createOrganizationDirectory(http, key, cloudId, egress);
  const openToWrite: AppTools['openToWrite'] = async (cloudId) => {
    const key = await keys.readKey();
    if (key === undefined) return null;
    const egress = createEgress(timeLeft);
    const organization = openDirectory(key, cloudId, egress);
    return { organization, writer: membershipWriters['organization-key']({ key, egress, organization }) };
  };
  return {
    platform,
    timeLeft,
    keys,
    rights,
    ledger: createLedgerStore(client),
    snapshots: createSnapshotStore(client),
    store: createScanStore(client),
    runs: createRunStore(client),
    exports: createExportStore(client),
    filters: createSavedFilterStore(client),
    jobs: createJobs(),
    jira: createJiraSite(http),
    writer: membershipWriters['acting-administrator'](rights),
    notices: createJiraNotices(http),
    openDirectory,
    findOrganization: (key) => findOrganization(http, key),
    openToWrite,
    openOrganization: async (cloudId) => (await openToWrite(cloudId))?.organization ?? null,
  };
}
