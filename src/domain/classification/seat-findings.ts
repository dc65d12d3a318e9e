import type { ElseEnd, OwnerClass } from '../seat';
import { activityOf, type Activity, type ActivityState } from './activity';
import { coveringExemption } from './exemption';
import { otherUseOf } from './other-use';
import { decidingOwners } from './owners';
import type { Person } from './person';
import { privilegeOfSeat } from './privilege';
import { whatElseEnds } from './removal';
import type { SeatStanding } from './standing';
import type { VerdictFacts } from './verdict-table';

/**
 * What is found about one seat before the table is asked. What only its later rows ask is worked out when they
 * ask: most seats are in use, and of those they never do.
 */
export class SeatFindings implements VerdictFacts {
  readonly use: Activity;
  readonly privilege: readonly string[];
  /** Index into the policy's exemptions, or null. */
  readonly exemption: number | null;
  private asked: readonly OwnerClass[] | undefined;

  constructor(
    readonly person: Person,
    readonly standing: SeatStanding,
  ) {
    const { account, index } = person;
    this.use = activityOf(account, standing, index);
    this.privilege = privilegeOfSeat(account, person.privilege, standing);
    this.exemption = coveringExemption(account, standing.product, index.header.policy, index.takenAt);
    this.asked = undefined;
  }

  get activity(): ActivityState {
    return this.use.state;
  }

  get exempt(): boolean {
    return this.exemption !== null;
  }

  get ownerMustDecide(): boolean {
    return this.deciders.length > 0;
  }

  get anySourceUnknown(): boolean {
    return this.standing.paths.some(({ source }) => source === 'unknown');
  }

  get everyPathSynced(): boolean {
    return this.standing.paths.every(({ source }) => source === 'scim');
  }

  get anyPathSynced(): boolean {
    return this.standing.synced.length > 0;
  }

  get liveOnSyncedGroups(): boolean {
    return this.endsWithSynced.some(({ live }) => live);
  }

  get factsUnread(): boolean {
    if (this.person.unread.length > 0 || this.unknownUse.length > 0) return true;
    return !this.isBlind && !this.standing.endingsRead;
  }

  get liveOnRemovalSet(): boolean {
    return this.endsWithRemoval.some(({ live }) => live);
  }

  /** Why it cannot be said, without a key, that a removal ends nothing else in use; empty when it can. */
  get unknownUse(): readonly string[] {
    const { account, index } = this.person;
    return this.isBlind ? otherUseOf(account, this.standing.product, index) : [];
  }

  /** Without a key nobody can tell what a group grants beside Jira: an export of what else people use stands in. */
  private get isBlind(): boolean {
    return this.person.index.header.mode === 'jira-only';
  }

  /** Owners other than the identity provider's that must be asked. */
  get deciders(): readonly OwnerClass[] {
    return (this.asked ??= decidingOwners(this));
  }

  /** What else ends with every group that may be removed. */
  get endsWithRemoval(): readonly ElseEnd[] {
    return whatElseEnds(this.standing.hangingOnRemovable, this.person.account, this.person.index);
  }

  /** What else ends with the identity provider's groups. */
  get endsWithSynced(): readonly ElseEnd[] {
    return whatElseEnds(this.standing.hangingOnSynced, this.person.account, this.person.index);
  }
}
