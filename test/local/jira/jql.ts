import type { Issue } from './issue-store';
import { statuses } from './issue-store';
import { badRequest } from './errors';

/** One condition of a query; all conditions of a query must hold. */
export interface JqlClause {
  readonly field: string;
  readonly operator: string;
  readonly values: readonly string[];
}

const clausePattern =
  /^\s*("[^"]+"|[\w.]+)\s*(!=|=|!~|~|not\s+in|in|is\s+not|is)\s*(\([^)]*\)|"(?:[^"\\]|\\.)*"|'[^']*'|[^\s"'()]+)\s*/i;
const fields = [
  'assignee',
  'reporter',
  'project',
  'status',
  'statuscategory',
  'resolution',
  'labels',
  'key',
  'id',
];
const knownFields = new Set([...fields, 'issuekey', 'summary', 'text', 'issuetype', 'type']);

/**
 * Reads the part of JQL that the emulation knows: conditions joined by AND, and an ORDER BY, which is ignored.
 * @throws JiraError 400 for anything else
 */
export function parseJql(jql: string): JqlClause[] {
  let rest = jql.replace(/\border\s+by\b.*$/is, '').trim();
  const clauses: JqlClause[] = [];
  while (rest !== '') {
    const match = clausePattern.exec(rest);
    if (match === null) throw badRequest(`Error in the JQL Query: the part '${rest}' cannot be read.`);
    const field = unquote(match[1] ?? '').toLowerCase();
    if (!knownFields.has(field))
      throw badRequest(`Field '${field}' does not exist or you do not have permission to view it.`);
    clauses.push({
      field,
      operator: (match[2] ?? '').toLowerCase().replace(/\s+/g, ' '),
      values: readValues(match[3] ?? ''),
    });
    rest = rest.slice(match[0].length);
    if (rest === '') break;
    const and = /^and\b\s*/i.exec(rest);
    if (and === null)
      throw badRequest(`Error in the JQL Query: Expecting either 'AND' or the end but got '${rest}'.`);
    rest = rest.slice(and[0].length);
    if (rest === '') throw badRequest('Error in the JQL Query: a condition is missing at the end.');
  }
  return clauses;
}

/** The account to which a query limits assignees, when it names exactly one: then no other issue need be looked at. */
export function soleAssignee(clauses: readonly JqlClause[]): string | undefined {
  const clause = clauses.find(
    ({ field, operator }) => field === 'assignee' && (operator === '=' || operator === 'in'),
  );
  return clause?.values.length === 1 ? clause.values[0] : undefined;
}

export function matchesJql(issue: Issue, clauses: readonly JqlClause[]): boolean {
  return clauses.every((clause) => matchesClause(issue, clause));
}

function matchesClause(issue: Issue, { field, operator, values }: JqlClause): boolean {
  const actual = valuesOf(issue, field).map((value) => value.toLowerCase());
  const asked = values.map((value) => value.toLowerCase());
  const wantsEmpty = asked.some((value) => value === 'empty' || value === 'null' || value === 'unresolved');
  switch (operator) {
    case '=':
    case 'in':
    case 'is':
      return (wantsEmpty && actual.length === 0) || actual.some((value) => asked.includes(value));
    case '!=':
    case 'not in':
    case 'is not':
      return wantsEmpty
        ? actual.length > 0
        : actual.length > 0 && !actual.some((value) => asked.includes(value));
    case '~':
      return actual.some((value) => asked.every((word) => value.includes(word)));
    default:
      return !actual.some((value) => asked.every((word) => value.includes(word)));
  }
}

function valuesOf(issue: Issue, field: string): string[] {
  const status = statuses.find(({ id }) => id === issue.statusId) ?? statuses[0];
  switch (field) {
    case 'assignee':
      return issue.assignee === null ? [] : [issue.assignee];
    case 'reporter':
      return issue.reporter === null ? [] : [issue.reporter];
    case 'project':
      return [issue.projectKey];
    case 'status':
      return [status.name, status.id];
    case 'statuscategory':
      return [status.category.name, status.category.key];
    case 'resolution':
      return status.category.key === 'done' ? ['Done'] : [];
    case 'labels':
      return Array.isArray(issue.fields['labels']) ? issue.fields['labels'].map(String) : [];
    case 'key':
    case 'id':
    case 'issuekey':
      return [issue.key, issue.id];
    case 'issuetype':
    case 'type':
      return [JSON.stringify(issue.fields['issuetype'] ?? '')].flatMap(
        (text) => /"name":"([^"]*)"/.exec(text)?.[1] ?? [],
      );
    default:
      return [JSON.stringify([issue.fields['summary'], field === 'text' ? issue.fields['description'] : ''])];
  }
}

function readValues(text: string): string[] {
  if (!text.startsWith('(')) return [unquote(text)];
  const items = text.slice(1, -1).match(/"(?:[^"\\]|\\.)*"|'[^']*'|[^\s,]+/g) ?? [];
  return items.map(unquote);
}

function unquote(text: string): string {
  return /^["']/.test(text) ? text.slice(1, -1).replace(/\\(.)/g, '$1') : text;
}
