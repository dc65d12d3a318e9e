import { z } from 'zod';
import type { OrgSeed } from '../organization/seed';

export const statuses = [
  { id: '10000', name: 'To Do', category: { id: 2, key: 'new', name: 'To Do', colorName: 'blue-gray' } },
  {
    id: '10001',
    name: 'In Progress',
    category: { id: 4, key: 'indeterminate', name: 'In Progress', colorName: 'yellow' },
  },
  { id: '10002', name: 'Done', category: { id: 3, key: 'done', name: 'Done', colorName: 'green' } },
] as const;

const issueSchema = z.object({
  id: z.string(),
  key: z.string(),
  projectKey: z.string(),
  statusId: z.string(),
  created: z.string(),
  updated: z.string(),
  assignee: z.string().nullable(),
  reporter: z.string().nullable(),
  /** Summary, description, labels, due date and so on, as they were written. */
  fields: z.record(z.string(), z.unknown()),
  comments: z.array(z.object({ id: z.string(), author: z.string(), created: z.string(), body: z.unknown() })),
  notifications: z.array(z.record(z.string(), z.unknown())),
});

export type Issue = z.infer<typeof issueSchema>;

export const issuesDumpSchema = z.object({
  issues: z.array(issueSchema),
  lastNumbers: z.record(z.string(), z.int()),
});

const firstOpenId = 1_000_000;

/**
 * Issues of the site. What people have open by the seed is one number per account; these issues are made when
 * somebody looks at them, all in the first project, and kept only once they were changed.
 */
export class IssueStore {
  private issues = new Map<string, Issue>();
  private lastNumbers = new Map<string, number>();
  /** Account and the number of its first open issue, in the order of the numbers. */
  private readonly open: { accountId: string; first: number; count: number }[] = [];
  private readonly openOf = new Map<string, { first: number; count: number }>();
  private readonly openProject: string | undefined;
  private readonly openTotal: number;
  private readonly openSince: string;

  constructor(seed: OrgSeed) {
    this.openProject = seed.projects?.[0]?.key;
    this.openSince = new Date(seed.clock).toISOString();
    let next = 1;
    for (const { accountId, openIssues = 0 } of this.openProject === undefined ? [] : seed.accounts) {
      if (openIssues <= 0) continue;
      const entry = { accountId, first: next, count: openIssues };
      this.open.push(entry);
      this.openOf.set(accountId, entry);
      next += openIssues;
    }
    this.openTotal = next - 1;
  }

  /** An issue by key or id. */
  find(idOrKey: string): Issue | undefined {
    const kept = this.issues.get(idOrKey) ?? this.byId(idOrKey);
    if (kept !== undefined) return kept;
    const isOpenId = /^\d+$/.test(idOrKey) && Number(idOrKey) > firstOpenId;
    const number = isOpenId ? Number(idOrKey) - firstOpenId : numberOf(idOrKey, this.openProject);
    const key = number === undefined ? undefined : `${this.openProject ?? ''}-${String(number)}`;
    if (number === undefined || key === undefined || this.issues.has(key)) return undefined;
    return this.openIssue(number);
  }

  /** Kept issues and open ones; only those of one account when its id is given. */
  *list(assignee?: string): Generator<Issue> {
    yield* this.issues.values();
    const own = assignee === undefined ? undefined : this.openOf.get(assignee);
    const entries = assignee === undefined ? this.open : own === undefined ? [] : [own];
    for (const { first, count } of entries) {
      for (let number = first; number < first + count; number += 1) {
        const issue = this.openIssue(number);
        if (issue !== undefined && !this.issues.has(issue.key)) yield issue;
      }
    }
  }

  create(projectKey: string, content: Omit<Issue, 'id' | 'key' | 'projectKey'>): Issue {
    const start = projectKey === this.openProject ? this.openTotal : 0;
    const number = (this.lastNumbers.get(projectKey) ?? start) + 1;
    this.lastNumbers.set(projectKey, number);
    const created = [...this.issues.values()].filter((issue) => Number(issue.id) < firstOpenId).length;
    const issue = {
      id: String(10_000 + created),
      key: `${projectKey}-${String(number)}`,
      projectKey,
      ...content,
    };
    this.issues.set(issue.key, issue);
    return issue;
  }

  /** Keeps an issue from now on; needed when one that was only open has been changed. */
  keep(issue: Issue): void {
    this.issues.set(issue.key, issue);
  }

  kept(): Issue[] {
    return [...this.issues.values()];
  }

  dump(): z.infer<typeof issuesDumpSchema> {
    return { issues: this.kept(), lastNumbers: Object.fromEntries(this.lastNumbers) };
  }

  load({ issues, lastNumbers }: z.infer<typeof issuesDumpSchema>): void {
    this.issues = new Map(issues.map((issue) => [issue.key, issue]));
    this.lastNumbers = new Map(Object.entries(lastNumbers));
  }

  private byId(id: string): Issue | undefined {
    if (!/^\d+$/.test(id)) return undefined;
    for (const issue of this.issues.values()) if (issue.id === id) return issue;
    return undefined;
  }

  private openIssue(number: number): Issue | undefined {
    if (this.openProject === undefined || number < 1 || number > this.openTotal) return undefined;
    let low = 0;
    let high = this.open.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.open[middle]?.first ?? Infinity) <= number) low = middle;
      else high = middle - 1;
    }
    const assignee = this.open[low]?.accountId ?? null;
    return {
      id: String(firstOpenId + number),
      key: `${this.openProject}-${String(number)}`,
      projectKey: this.openProject,
      statusId: statuses[0].id,
      created: this.openSince,
      updated: this.openSince,
      assignee,
      reporter: assignee,
      fields: {
        summary: `Open issue ${String(number)}`,
        issuetype: { id: '10001', name: 'Task' },
        labels: [],
      },
      comments: [],
      notifications: [],
    };
  }
}

function numberOf(key: string, project: string | undefined): number | undefined {
  const prefix = `${project ?? ''}-`;
  if (project === undefined || !key.startsWith(prefix)) return undefined;
  const number = Number(key.slice(prefix.length));
  return Number.isInteger(number) ? number : undefined;
}
