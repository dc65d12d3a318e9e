import type { z } from 'zod';
import { findBrokenReference } from './seed-references';
import { seedSchema } from './seed-schema';
import type { scriptStepSchema } from './seed-schema';

/** A whole Atlassian organization at one moment: `seattrace-org-seed/1` (contracts/README.md §1). */
export type OrgSeed = z.infer<typeof seedSchema>;
export type ScriptStep = z.infer<typeof scriptStepSchema>;
export type SeedAccount = OrgSeed['accounts'][number];
export type SeedGroup = OrgSeed['groups'][number];
export type SeedProduct = OrgSeed['products'][number];
export type SeedProject = NonNullable<OrgSeed['projects']>[number];

/** A seed that is no organization; `path` is the JSON path of the fault, `$` for the document itself. */
export class SeedError extends Error {
  constructor(
    readonly path: string,
    fault: string,
  ) {
    super(`${path}: ${fault}`);
    this.name = 'SeedError';
  }
}

type PathPart = string | number | symbol;

/**
 * Checks a seed against the schema and its references: ids are unique, whatever is named exists.
 * @throws SeedError for the first fault
 */
export function parseSeed(value: unknown): OrgSeed {
  const result = seedSchema.safeParse(value);
  if (!result.success) {
    const issue = result.error.issues[0];
    if (issue === undefined) throw new SeedError('$', 'does not pass the schema');
    if (issue.code === 'unrecognized_keys') {
      throw new SeedError(toPath([...issue.path, issue.keys[0] ?? '']), 'is no property of the format');
    }
    throw new SeedError(toPath(issue.path), issue.message);
  }
  const broken = findBrokenReference(result.data);
  if (broken !== undefined) throw new SeedError(toPath(broken.path), broken.fault);
  return result.data;
}

function toPath(parts: readonly PathPart[]): string {
  if (parts.length === 0) return '$';
  return parts
    .map((part, index) => {
      if (typeof part === 'number') return `[${String(part)}]`;
      const name = String(part);
      if (!/^[A-Za-z_$][\w$]*$/.test(name)) return `[${JSON.stringify(name)}]`;
      return index === 0 ? name : `.${name}`;
    })
    .join('');
}
