import { readManifest } from '../forge/manifest';
import { installationOf } from '../forge/payloads';
import type { OrgSeed } from '../organization/seed';
import type { ManifestPage } from './manifest-pages';

/** What `view.getContext()` tells an app's page (`FullContext` of `@forge/bridge`), but for the theme. */
export function pageContext(seed: OrgSeed, page: ManifestPage, accountId: string): Record<string, unknown> {
  const { appId, environmentId, installationId, cloudId, siteUrl } = installationOf(
    readManifest(),
    seed.site,
  );
  return {
    accountId,
    cloudId,
    siteUrl,
    environmentId,
    environmentType: 'DEVELOPMENT',
    moduleKey: page.key,
    localId: `ari:cloud:ecosystem::extension/${appId}/${environmentId}/static/${page.key}/${installationId}`,
    locale: 'en-US',
    timezone: 'UTC',
    extension: { type: page.type, location: siteUrl },
    license: {
      active: true,
      type: 'commercial',
      isEvaluation: false,
      billingPeriod: 'MONTHLY',
      ccpEntitlementId: '',
      ccpEntitlementSlug: '',
      subscriptionEndDate: null,
      supportEntitlementNumber: null,
      trialEndDate: null,
      modes: null,
    },
  };
}
