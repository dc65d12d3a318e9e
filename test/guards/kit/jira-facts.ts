import { z } from 'zod';

import { normalizePath } from './jira-calls';

const factsSchema = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.looseObject({ security: z.array(z.record(z.string(), z.array(z.string()))).default([]) }),
    ),
  ),
});

/** What Atlassian's API document says about an operation. */
export interface JiraOperation {
  readonly method: string;
  /** With `{}` for each parameter. */
  readonly path: string;
  /** Classic scopes of which all are needed. */
  readonly scopes: readonly string[];
}

/** The operations of a facts-only extract of the Jira API document. */
export function readJiraFacts(text: string): readonly JiraOperation[] {
  const { paths } = factsSchema.parse(JSON.parse(text));
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { security }]) => ({
      method: method.toUpperCase(),
      path: normalizePath(path),
      scopes: [...new Set(security.flatMap((option) => option['OAuth2'] ?? []))].sort(),
    })),
  );
}
