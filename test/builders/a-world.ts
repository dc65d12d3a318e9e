import type { AccountFacts } from '../../src/domain/account';
import { classifyAccount } from '../../src/domain/classification/classify-account';
import { indexOrganization } from '../../src/domain/classification/organization-index';
import type { GroupFacts } from '../../src/domain/group';
import type { FreshReading } from '../../src/domain/plan/pre-flight';
import type { Policy } from '../../src/domain/policy';
import type { Seat } from '../../src/domain/seat';
import type { SnapshotHeader } from '../../src/domain/snapshot';
import { aHeader, aPolicy } from './a-header';
import { anAccount } from './an-account';

/** One account and everything around it. The account is in every group that is given, unless it says otherwise. */
export interface World {
  readonly groups?: readonly GroupFacts[];
  readonly account?: Partial<AccountFacts>;
  readonly policy?: Partial<Policy>;
  readonly header?: Partial<SnapshotHeader>;
}

/** The world as a scan or a re-reading tells it. */
export function aReading({ groups = [], account, policy, header }: World = {}): FreshReading {
  return {
    header: aHeader({ groups, policy: aPolicy(policy), ...header }),
    account: anAccount({ groupIds: groups.map(({ id }) => id), ...account }),
  };
}

/** Every seat of the world's account. */
export function seatsIn(world: World): Seat[] {
  const { header, account } = aReading(world);
  return classifyAccount(account, indexOrganization(header));
}

/** The account's seat on one product; it must have one. */
export function seatIn(world: World, product = 'jira-software'): Seat {
  const seat = seatsIn(world).find((each) => each.product === product);
  if (seat === undefined) throw new Error(`this account has no seat on ${product}`);
  return seat;
}
