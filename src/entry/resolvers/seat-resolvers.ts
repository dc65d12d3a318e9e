import { claimOwnSeat } from '../../usecases/claim-own-seat';
import { findCurrentHeader } from '../../usecases/current-snapshot';
import { readOpenRehearsal } from '../../usecases/read/cycles';
import { flagsInSight, readOverview, toScanStatus } from '../../usecases/read/overview';
import { readGroupUse } from '../../usecases/read/group-use';
import { listGroups } from '../../usecases/read/groups';
import { readOwnSeats } from '../../usecases/read/own-seats';
import { readSeatHistory } from '../../usecases/read/seat-history';
import { listSeats, readSeat } from '../../usecases/read/seats';
import { dismissFlag } from '../../usecases/save-settings';
import { loadOrganization } from '../../usecases/organization-ledger';
import { startScan } from '../../usecases/scan-organization';
import { proofOfSiteAdmin, rolesOf, sightOf } from './authorize';
import type { Handlers } from './handle';

/** Scan and seats; one's own session and seats. */
export const seatResolvers: Handlers<
  | 'get-session'
  | 'get-my-seats'
  | 'claim-seat'
  | 'get-overview'
  | 'start-scan'
  | 'get-scan'
  | 'list-seats'
  | 'get-seat'
  | 'get-seat-history'
  | 'list-groups'
  | 'get-group-use'
  | 'list-flags'
  | 'dismiss-flag'
> = {
  async 'get-session'({ caller }, tools) {
    const roles = await rolesOf(caller, tools);
    const siteAdmin =
      roles.reviewer && (await proofOfSiteAdmin(caller, roles, tools).catch(() => null)) !== null;
    const header = await findCurrentHeader(tools);
    const { reviewer, approver, delegators, auditor, signOff, reader } = roles;
    return {
      accountId: caller.accountId,
      siteUrl: header?.site.url ?? '',
      roles: { reviewer, approver, delegators, auditor, signOff, siteAdmin },
      mode: (await tools.keys.hasKey()) ? 'org-key' : 'jira-only',
      hasSnapshot: header !== undefined,
      rehearsal: reader ? await readOpenRehearsal(tools) : null,
      now: new Date(tools.platform.now()).toISOString(),
    };
  },
  'get-my-seats': ({ caller }, tools) => readOwnSeats(caller.accountId, tools),
  async 'claim-seat'({ payload, caller, actor }, tools) {
    await claimOwnSeat(payload, actor, tools);
    return readOwnSeats(caller.accountId, tools);
  },
  'get-overview': async ({ caller }, tools) => readOverview(await sightOf(caller, tools), tools),
  async 'start-scan'({ caller }, tools) {
    const mode = (await tools.keys.hasKey()) ? 'org-key' : 'jira-only';
    const { accountId: startedBy, cloudId } = caller;
    const { projectScan } = await loadOrganization(tools);
    return toScanStatus(
      await startScan({ cloudId, mode, depth: 'deep', startedBy, projectScan: projectScan !== null }, tools),
    );
  },
  async 'get-scan'(_, tools) {
    const scan = await tools.store.find();
    return scan === undefined ? null : toScanStatus(scan);
  },
  'list-seats': async ({ payload, caller }, tools) => listSeats(payload, await sightOf(caller, tools), tools),
  'get-seat': async ({ payload, caller }, tools) => readSeat(payload, await sightOf(caller, tools), tools),
  'get-seat-history': async ({ payload, caller }, tools) =>
    readSeatHistory(payload, await sightOf(caller, tools), tools),
  'list-groups': async ({ payload, caller }, tools) =>
    listGroups(payload, await sightOf(caller, tools), tools),
  'get-group-use': async ({ payload, caller }, tools) =>
    readGroupUse(payload.groupId, await sightOf(caller, tools), tools),
  async 'list-flags'({ caller }, tools) {
    return flagsInSight(await loadOrganization(tools), await sightOf(caller, tools));
  },
  async 'dismiss-flag'({ payload, actor, caller }, tools) {
    return flagsInSight(await dismissFlag(payload, actor, tools), await sightOf(caller, tools));
  },
};
