import { importUserExport, readExportPart, removeUserExport } from '../../usecases/import-user-export';
import { previewApprovedDomains } from '../../usecases/read/approved-domains';
import { previewAssignment } from '../../usecases/read/assignment-preview';
import { previewPolicy } from '../../usecases/read/policy-preview';
import { readProjectScanCost } from '../../usecases/read/project-scan-cost';
import { readSettings, viewSettings } from '../../usecases/read/settings';
import {
  saveApprovedDomains,
  saveCalendar,
  saveOwners,
  savePolicy,
  saveReviewSettings,
  setProjectScan,
} from '../../usecases/save-settings';
import {
  checkOrganizationKey,
  removeOrganizationKey,
  storeOrganizationKey,
} from '../../usecases/store-organization-key';
import { proofOfSiteAdmin, rolesOf, sightOf } from './authorize';
import { refuseNonReviewers } from '../../usecases/refuse-non-reviewer';
import type { Handlers } from './handle';

/** What administrators of the site set; each change is a record of the organization's ledger. */
export const settingsResolvers: Handlers<
  | 'get-settings'
  | 'preview-policy'
  | 'save-policy'
  | 'preview-approved-domains'
  | 'save-approved-domains'
  | 'preview-assignment'
  | 'save-review-settings'
  | 'save-calendar'
  | 'save-owners'
  | 'get-project-scan-cost'
  | 'set-project-scan'
  | 'save-org-key'
  | 'check-org-key'
  | 'remove-org-key'
  | 'read-export-part'
  | 'import-user-export'
  | 'remove-user-export'
> = {
  async 'get-settings'({ caller }, tools) {
    const roles = await rolesOf(caller, tools);
    const mayChange =
      roles.reviewer && (await proofOfSiteAdmin(caller, roles, tools).catch(() => null)) !== null;
    return readSettings(mayChange, tools);
  },
  'preview-policy': ({ payload }, tools) => previewPolicy(payload, tools),
  'save-policy': async ({ payload, actor }, tools) =>
    viewSettings(await savePolicy(payload, actor, tools), true, tools),
  'preview-approved-domains': async ({ payload, caller }, tools) =>
    previewApprovedDomains(payload.domains, await sightOf(caller, tools), tools),
  'save-approved-domains': async ({ payload, actor }, tools) =>
    viewSettings(await saveApprovedDomains(payload.domains, actor, tools), true, tools),
  'preview-assignment': ({ payload }, tools) => previewAssignment(payload, tools),
  async 'save-review-settings'({ payload, actor }, tools) {
    const { rules = [], fallbackReviewer = null } = payload.assignment ?? {};
    await refuseNonReviewers([fallbackReviewer, ...rules.map(({ reviewer }) => reviewer)], tools);
    return viewSettings(await saveReviewSettings(payload, actor, tools), true, tools);
  },
  'save-calendar': async ({ payload, actor }, tools) =>
    viewSettings(await saveCalendar(payload, actor, tools), true, tools),
  'save-owners': async ({ payload, actor }, tools) =>
    viewSettings(await saveOwners(payload, actor, tools), true, tools),
  'get-project-scan-cost': (_, tools) => readProjectScanCost(tools),
  'set-project-scan': async ({ payload, actor }, tools) =>
    viewSettings(await setProjectScan(payload.on, actor, tools), true, tools),
  async 'save-org-key'({ payload, caller }, tools) {
    const { key, createdBy = null, expiresAt = null } = payload;
    const state = await storeOrganizationKey(
      { accountId: caller.accountId, key, createdBy, expiresAt },
      { ...tools, openDirectory: (opened) => tools.openDirectory(opened, caller.cloudId) },
    );
    return viewSettings(state, true, tools);
  },
  async 'check-org-key'({ actor, caller }, tools) {
    const organization = await tools.openOrganization(caller.cloudId);
    return viewSettings(await checkOrganizationKey(actor, { ...tools, organization }), true, tools);
  },
  'remove-org-key': async ({ payload, actor }, tools) =>
    viewSettings(await removeOrganizationKey(payload.reason, actor, tools), true, tools),
  'read-export-part': ({ payload }, tools) => readExportPart(payload, tools),
  'import-user-export': async ({ payload, actor }, tools) =>
    viewSettings(await importUserExport(payload, actor, tools), true, tools),
  'remove-user-export': async ({ payload, actor }, tools) =>
    viewSettings(await removeUserExport(payload.reason, actor, tools), true, tools),
};
