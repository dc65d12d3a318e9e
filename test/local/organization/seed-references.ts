import type { z } from 'zod';
import type { scriptStepSchema, seedSchema } from './seed-schema';

type OrgSeed = z.infer<typeof seedSchema>;
type ScriptStep = z.infer<typeof scriptStepSchema>;
type SeedAccount = OrgSeed['accounts'][number];
type SeedProduct = OrgSeed['products'][number];
type SeedProject = NonNullable<OrgSeed['projects']>[number];

/** A place in a seed that names something that is not there, or names it twice. */
export interface BrokenReference {
  readonly path: readonly (string | number)[];
  readonly fault: string;
}

type Found = Generator<BrokenReference, void>;

/** The first reference that does not resolve, or undefined for a sound seed. Expects a seed that passed the schema. */
export function findBrokenReference(seed: OrgSeed): BrokenReference | undefined {
  for (const broken of new ReferenceCheck(seed).all()) return broken;
  return undefined;
}

class ReferenceCheck {
  private readonly groups: ReadonlySet<string>;
  private readonly accounts: ReadonlySet<string>;
  private readonly products: ReadonlySet<string>;
  /** Of all projects: roles exist once for the whole site. Administrators are there without being named. */
  private readonly projectRoles: ReadonlySet<string>;

  constructor(private readonly seed: OrgSeed) {
    this.groups = new Set(seed.groups.map((group) => group.id));
    this.accounts = new Set(seed.accounts.map((account) => account.accountId));
    this.products = new Set(seed.products.map((product) => product.key));
    const roles = (seed.projects ?? []).flatMap((project) => project.roles ?? []);
    this.projectRoles = new Set(['Administrators', ...roles.map((role) => role.name)]);
  }

  *all(): Found {
    const { seed } = this;
    yield* unique(seed.groups, 'groups', 'id');
    yield* unique(seed.accounts, 'accounts', 'accountId');
    yield* unique(seed.products, 'products', 'key');
    yield* unique(seed.projects ?? [], 'projects', 'key');
    for (const [i, product] of seed.products.entries()) yield* this.product(product, ['products', i]);
    for (const [i, account] of seed.accounts.entries()) yield* this.account(account, ['accounts', i]);
    for (const [i, project] of (seed.projects ?? []).entries()) yield* this.project(project, ['projects', i]);
    for (const [name, id] of Object.entries(seed.personas)) yield* this.isAccount(id, ['personas', name]);
    for (const [i, step] of (seed.script ?? []).entries()) yield* this.step(step, ['script', i]);
    yield* this.policy();
  }

  private *product(product: SeedProduct, path: (string | number)[]): Found {
    const granted = new Set(product.grants.map((grant) => grant.group));
    for (const [i, grant] of product.grants.entries())
      yield* this.isGroup(grant.group, [...path, 'grants', i, 'group']);
    for (const [i, group] of product.defaultGroups.entries()) {
      const place = [...path, 'defaultGroups', i];
      yield* this.isGroup(group, place);
      if (!granted.has(group))
        yield { path: place, fault: `default group ${group} has no grant on ${product.key}` };
    }
  }

  private *account(account: SeedAccount, path: (string | number)[]): Found {
    for (const [i, group] of account.groups.entries()) yield* this.isGroup(group, [...path, 'groups', i]);
    for (const group of Object.keys(account.joined ?? {}))
      yield* this.isGroup(group, [...path, 'joined', group]);
    for (const key of Object.keys(account.lastActive ?? {}))
      yield* this.isProduct(key, [...path, 'lastActive', key]);
    for (const [i, key] of (account.guestOf ?? []).entries())
      yield* this.isProduct(key, [...path, 'guestOf', i]);
    for (const [i, role] of (account.roles ?? []).entries()) {
      yield* this.isProduct(role.product, [...path, 'roles', i, 'product']);
    }
  }

  private *project(project: SeedProject, path: (string | number)[]): Found {
    if (project.lead !== undefined) yield* this.isAccount(project.lead, [...path, 'lead']);
    for (const [i, role] of (project.roles ?? []).entries()) {
      const place = [...path, 'roles', i];
      for (const [j, id] of (role.accounts ?? []).entries())
        yield* this.isAccount(id, [...place, 'accounts', j]);
      for (const [j, id] of (role.groups ?? []).entries()) yield* this.isGroup(id, [...place, 'groups', j]);
    }
    for (const [i, grant] of (project.permissions ?? []).entries()) {
      const place = [...path, 'permissions', i];
      if (grant.group !== undefined) yield* this.isGroup(grant.group, [...place, 'group']);
      if (grant.account !== undefined) yield* this.isAccount(grant.account, [...place, 'account']);
      const role = grant.projectRole;
      if (role !== undefined && !this.projectRoles.has(role))
        yield { path: [...place, 'projectRole'], fault: `there is no project role ${role}` };
    }
  }

  private *step(step: ScriptStep, path: (string | number)[]): Found {
    if ('group' in step) yield* this.isGroup(step.group, [...path, 'group']);
    if ('account' in step) yield* this.isAccount(step.account, [...path, 'account']);
    if ('product' in step) yield* this.isProduct(step.product, [...path, 'product']);
    if (step.do !== 'idp-sync') return;
    for (const [i, id] of step.add.entries()) yield* this.isAccount(id, [...path, 'add', i]);
    for (const [i, id] of step.remove.entries()) yield* this.isAccount(id, [...path, 'remove', i]);
  }

  private *policy(): Found {
    const { technical = [], exemptions = [] } = this.seed.policy ?? {};
    for (const [i, id] of technical.entries()) yield* this.isAccount(id, ['policy', 'technical', i]);
    for (const [i, { match, product }] of exemptions.entries()) {
      const place = ['policy', 'exemptions', i];
      if (match.group !== undefined) yield* this.isGroup(match.group, [...place, 'match', 'group']);
      if (match.account !== undefined) yield* this.isAccount(match.account, [...place, 'match', 'account']);
      if (product !== undefined) yield* this.isProduct(product, [...place, 'product']);
    }
  }

  private *isGroup(id: string, path: (string | number)[]): Found {
    if (!this.groups.has(id)) yield { path, fault: `there is no group ${id}` };
  }

  private *isAccount(id: string, path: (string | number)[]): Found {
    if (!this.accounts.has(id)) yield { path, fault: `there is no account ${id}` };
  }

  private *isProduct(key: string, path: (string | number)[]): Found {
    if (!this.products.has(key)) yield { path, fault: `there is no product ${key}` };
  }
}

function* unique<K extends string>(items: readonly Record<K, string>[], list: string, key: K): Found {
  const seen = new Set<string>();
  for (const [i, item] of items.entries()) {
    if (seen.has(item[key])) yield { path: [list, i, key], fault: `${item[key]} is there twice` };
    seen.add(item[key]);
  }
}
