import type { Cast } from './cast';
import { castOf } from './cast';
import type { GroupKey } from './core-groups';
import type { Groups } from './groups';
import type { GeneratedStep } from './organization-shape';
import { CONFLUENCE, JIRA } from './products';
import type { ProductKey } from './products';
import { PROVENANCES } from './provenances';
import type { ProvenanceKey } from './provenances';
import type { SituationName } from './situations/all-situations';

/** One account of a situation, counted from the last, so that the first ones stay as they are for whoever tries things. */
interface Who {
  readonly situation: SituationName;
  readonly fromLast?: number;
}

interface StepRow {
  /** ISO 8601 duration after the start. */
  readonly at: string;
  readonly why: string;
  readonly step:
    | {
        readonly do: 'idp-sync';
        readonly group: GroupKey;
        readonly add: readonly Who[];
        readonly remove: readonly Who[];
      }
    | { readonly do: 'activity'; readonly who: Who; readonly product: ProductKey }
    | { readonly do: 'add-to-group' | 'remove-from-group'; readonly who: Who; readonly group: GroupKey }
    | { readonly do: 'suspend'; readonly who: Who }
    | {
        readonly do: 'make-admin';
        readonly who: Who;
        readonly role: 'org-admin' | 'site-admin' | 'user-access-admin';
      }
    | { readonly do: 'set-provenance'; readonly group: GroupKey; readonly provenance: ProvenanceKey };
}

/** What happens in the organization without the app, in order of time. */
export const SCRIPT: readonly StepRow[] = [
  {
    at: 'PT30H',
    why: 'somebody works again between notice and execution',
    step: { do: 'activity', who: { situation: 'stale-in-default-group' }, product: JIRA },
  },
  {
    at: 'PT36H',
    why: 'an approved removal gains privilege before pre-flight',
    step: { do: 'make-admin', who: { situation: 'stale-in-confluence' }, role: 'user-access-admin' },
  },
  {
    at: 'PT48H',
    why: 'the identity provider gives Jira back to somebody, whatever was removed locally',
    step: {
      do: 'idp-sync',
      group: 'idp-engineering',
      add: [{ situation: 'split-default-and-synced' }, { situation: 'two-local-paths' }],
      remove: [],
    },
  },
  {
    at: 'PT60H',
    why: 'somebody with a stale seat is suspended',
    step: { do: 'suspend', who: { situation: 'never-opened-confluence' } },
  },
  {
    at: 'P3D',
    why: 'somebody idle for long gets a new seat, stale when it stops being new',
    step: {
      do: 'add-to-group',
      who: { situation: 'possible-leaver' },
      group: 'confluence-users-harbourline',
    },
  },
  {
    at: 'P4D',
    why: 'what would end with a removal comes into use',
    step: { do: 'activity', who: { situation: 'stale-in-local-group' }, product: CONFLUENCE },
  },
  {
    at: 'P5D',
    why: 'the identity owner answers a handoff by doing it',
    step: {
      do: 'idp-sync',
      group: 'idp-all-employees',
      add: [],
      remove: [{ situation: 'synced-stale-everywhere' }],
    },
  },
  {
    at: 'P6D',
    why: 'a local group is given to the identity provider before pre-flight',
    step: { do: 'set-provenance', group: 'vendor-access', provenance: 'synced' },
  },
  {
    at: 'P8D',
    why: 'a Jira administrator removes a planned membership by hand',
    step: {
      do: 'remove-from-group',
      who: { situation: 'stale-in-default-group', fromLast: 1 },
      group: 'jira-users-harbourline',
    },
  },
  {
    at: 'P10D',
    why: 'an invitation brings a removed seat back: a rebound',
    step: {
      do: 'add-to-group',
      who: { situation: 'stale-in-default-group', fromLast: 1 },
      group: 'jira-users-harbourline',
    },
  },
  {
    at: 'P21D',
    why: 'the identity provider cleans up a group',
    step: {
      do: 'idp-sync',
      group: 'idp-engineering',
      add: [],
      remove: [{ situation: 'synced-stale-alone' }],
    },
  },
];

/** The script of one organization. Steps about people whom a small organization lacks are left out. */
export function makeScript(cast: Cast, groups: Groups): GeneratedStep[] {
  return SCRIPT.flatMap((row) => toStep(row, cast, groups) ?? []);
}

function toStep({ at, step }: StepRow, cast: Cast, groups: Groups): GeneratedStep | undefined {
  const find = ({ situation, fromLast = 0 }: Who): string | undefined =>
    castOf(cast, situation).at(-1 - fromLast);
  if (step.do === 'idp-sync') {
    const add = step.add.flatMap((who) => find(who) ?? []);
    const remove = step.remove.flatMap((who) => find(who) ?? []);
    const nobody = add.length + remove.length === 0;
    return nobody ? undefined : { at, do: step.do, group: groups.idOf(step.group), add, remove };
  }
  if (step.do === 'set-provenance') {
    return { at, do: step.do, group: groups.idOf(step.group), provenance: PROVENANCES[step.provenance] };
  }
  const account = find(step.who);
  if (account === undefined) return undefined;
  switch (step.do) {
    case 'activity':
      return { at, do: step.do, account, product: step.product };
    case 'suspend':
      return { at, do: step.do, account };
    case 'make-admin':
      return { at, do: step.do, account, role: step.role };
    default:
      return { at, do: step.do, account, group: groups.idOf(step.group) };
  }
}
