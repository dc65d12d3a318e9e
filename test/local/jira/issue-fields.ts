import { z } from 'zod';
import type { JiraCall } from './call';
import { badFields, badRequest } from './errors';
import type { Issue } from './issue-store';
import { findProject } from './projects';

export const issueTypes = [
  {
    id: '10001',
    name: 'Task',
    description: 'A small, distinct piece of work.',
    subtask: false,
    hierarchyLevel: 0,
  },
  {
    id: '10002',
    name: 'Story',
    description: 'Functionality as a user goal.',
    subtask: false,
    hierarchyLevel: 0,
  },
  {
    id: '10003',
    name: 'Sub-task',
    description: 'A part of a larger piece.',
    subtask: true,
    hierarchyLevel: -1,
  },
];

const document = z.looseObject({
  type: z.literal('doc'),
  version: z.literal(1),
  content: z.array(z.unknown()),
});
const person = z.looseObject({ accountId: z.string().optional(), id: z.string().optional() }).nullable();

/** How each field may be written, with Jira's own words for what is wrong. */
const fieldRules: Record<string, { schema: z.ZodType; fault: string }> = {
  summary: {
    schema: z
      .string()
      .trim()
      .min(1)
      .max(255)
      .regex(/^[^\n\r]*$/),
    fault: 'The summary must be one line of at most 255 characters.',
  },
  description: {
    schema: document.nullable(),
    fault: 'Operation value must be an Atlassian Document (see the Atlassian Document Format)',
  },
  environment: {
    schema: document.nullable(),
    fault: 'Operation value must be an Atlassian Document (see the Atlassian Document Format)',
  },
  labels: { schema: z.array(z.string().regex(/^\S{1,255}$/)), fault: 'The label must not contain spaces.' },
  duedate: {
    schema: z.iso.date().nullable(),
    fault: "Error parsing date string. Expected format is 'yyyy-MM-dd'.",
  },
  priority: { schema: z.looseObject({}).nullable(), fault: 'Specify a valid priority' },
  parent: { schema: z.looseObject({}), fault: 'Specify a valid parent' },
  project: {
    schema: z.looseObject({ id: z.string().optional(), key: z.string().optional() }),
    fault: 'Specify a valid project ID or key',
  },
  issuetype: {
    schema: z.looseObject({ id: z.string().optional(), name: z.string().optional() }),
    fault: 'Specify a valid issue type',
  },
  assignee: { schema: person, fault: 'Specify a valid assignee' },
  reporter: { schema: person, fault: 'Specify a valid reporter' },
};

const writeSchema = z.looseObject({
  fields: z.record(z.string(), z.unknown()).optional(),
  update: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))).optional(),
  transition: z.looseObject({ id: z.string() }).optional(),
});

export interface IssueWrite {
  readonly projectKey: string | undefined;
  readonly transitionId: string | undefined;
  readonly assignee: string | null | undefined;
  readonly reporter: string | null | undefined;
  readonly fields: Record<string, unknown>;
  readonly labels: { readonly add: readonly string[]; readonly remove: readonly string[] };
}

/**
 * Reads the body of a create, an edit or a transition.
 * @throws JiraError 400 with the fields at fault
 */
export function readIssueWrite(call: JiraCall): IssueWrite {
  const parsed = writeSchema.safeParse(call.request.body);
  if (!parsed.success)
    throw badRequest('Invalid request payload. Refer to the REST API documentation and try again.');
  const fields = parsed.data.fields ?? {};
  checkFields(fields);
  const { project, assignee, reporter, issuetype, ...rest } = fields;
  const read = z.looseObject({ id: z.string().optional(), key: z.string().optional() }).safeParse(project);
  const found = read.success ? findProject(call.store, read.data.key ?? read.data.id ?? '') : undefined;
  if (project !== undefined && found === undefined)
    throw badFields({ project: 'Specify a valid project ID or key' });
  return {
    projectKey: found?.key,
    transitionId: parsed.data.transition?.id,
    assignee: readPerson(call, 'assignee', assignee),
    reporter: readPerson(call, 'reporter', reporter),
    fields: { ...rest, ...(issuetype === undefined ? {} : { issuetype: readIssueType(issuetype) }) },
    labels: readLabelUpdates(parsed.data.update?.['labels'] ?? []),
  };
}

/** Applies what an edit says to an issue. */
export function applyWrite(issue: Issue, write: IssueWrite, updated: string): void {
  Object.assign(issue.fields, write.fields);
  if (write.assignee !== undefined) issue.assignee = write.assignee;
  if (write.reporter !== undefined) issue.reporter = write.reporter;
  const labels = z.array(z.string()).catch([]).parse(issue.fields['labels']);
  const kept = [...labels, ...write.labels.add].filter((label) => !write.labels.remove.includes(label));
  issue.fields['labels'] = [...new Set(kept)].sort();
  issue.updated = updated;
}

function checkFields(fields: Readonly<Record<string, unknown>>): void {
  const faults: Record<string, string> = {};
  for (const [name, value] of Object.entries(fields)) {
    const rule = fieldRules[name];
    if (rule === undefined && !/^customfield_\d+$/.test(name)) {
      faults[name] = `Field '${name}' cannot be set. It is not on the appropriate screen, or unknown.`;
    } else if (rule?.schema.safeParse(value).success === false) {
      faults[name] = rule.fault;
    }
  }
  if (Object.keys(faults).length > 0) throw badFields(faults);
}

function readPerson(call: JiraCall, field: string, value: unknown): string | null | undefined {
  if (value === undefined || value === null) return value;
  const { accountId, id } = person.unwrap().parse(value);
  const asked = accountId ?? id;
  if (asked === undefined) return null;
  if (!call.store.accounts.has(asked)) throw badFields({ [field]: `User '${asked}' does not exist.` });
  return asked;
}

function readIssueType(value: unknown): { id: string; name: string } {
  const asked = z.looseObject({ id: z.string().optional(), name: z.string().optional() }).parse(value);
  const type = issueTypes.find(
    ({ id, name }) => id === asked.id || (asked.id === undefined && name === asked.name),
  );
  if (type === undefined) throw badFields({ issuetype: 'Specify a valid issue type' });
  return { id: type.id, name: type.name };
}

function readLabelUpdates(operations: readonly Record<string, unknown>[]): {
  add: string[];
  remove: string[];
} {
  const labelsOf = (name: string) =>
    operations.map((operation) => operation[name]).filter((label) => typeof label === 'string');
  return { add: labelsOf('add'), remove: labelsOf('remove') };
}
