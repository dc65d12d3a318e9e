import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const json = z.record(z.string(), z.unknown());
const parameterSchema = z.object({ name: z.string(), in: z.string() });
const operationSchema = z.looseObject({
  parameters: z.array(z.unknown()).default([]),
  responses: z.record(z.string(), z.unknown()),
  'x-atlassian-oauth2-scopes': z
    .array(z.object({ scopes: z.array(z.string()), state: z.string() }))
    .optional(),
});

type Json = Record<string, unknown>;

/** An OpenAPI extract: what Atlassian documents of the operations in use. */
export class Facts {
  private readonly document: Json;

  constructor(
    file: 'jira-platform-v3' | 'admin-organization' | 'admin-user-management',
    /** What our paths have in front of the document's. */
    private readonly prefix = '',
  ) {
    const path = join(__dirname, `../../fixtures/facts/${file}.json`);
    this.document = json.parse(JSON.parse(readFileSync(path, 'utf8')));
  }

  /** `METHOD /path` of every documented operation. */
  get endpoints(): string[] {
    return Object.entries(json.parse(this.document['paths'])).flatMap(([path, operations]) =>
      Object.keys(json.parse(operations)).map((method) => `${method.toUpperCase()} ${this.prefix}${path}`),
    );
  }

  queryNames(endpoint: string): string[] {
    const parameters = this.operation(endpoint).parameters.map((value) =>
      parameterSchema.parse(this.resolve(value)),
    );
    return parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
  }

  classicScopes(endpoint: string): string[] {
    const scopes = this.operation(endpoint)['x-atlassian-oauth2-scopes'] ?? [];
    return scopes.find(({ state }) => state === 'Current')?.scopes ?? [];
  }

  /** What is wrong with a reply by the documented schema; empty when it fits. Statuses must be documented too. */
  faults(endpoint: string, status: number, body: unknown): string[] {
    const response = this.operation(endpoint).responses[String(status)];
    if (response === undefined) return [`status ${String(status)} is not documented`];
    const content = json.catch({}).parse(json.parse(this.resolve(response))['content']);
    const schema = json.catch({}).parse(content['application/json'])['schema'];
    if (schema === undefined) return [];
    return [...this.check(schema, body, '$')];
  }

  private operation(endpoint: string): z.infer<typeof operationSchema> {
    const [method = '', path = ''] = endpoint.split(' ');
    const paths = json.parse(this.document['paths']);
    const operations = json.parse(paths[path.slice(this.prefix.length)]);
    return operationSchema.parse(operations[method.toLowerCase()]);
  }

  private resolve(value: unknown): unknown {
    const node = json.parse(value);
    const reference = node['$ref'];
    if (typeof reference !== 'string') return node;
    const parts = reference.slice(2).split('/');
    return this.resolve(parts.reduce<unknown>((at, part) => json.parse(at)[part], this.document));
  }

  /** Enumerations are open: Atlassian adds values without notice. */
  private *check(schemaOrReference: unknown, value: unknown, place: string): Generator<string> {
    const schema = json.parse(this.resolve(schemaOrReference));
    if (value === null) {
      if (schema['nullable'] !== true && schema['type'] !== undefined) yield `${place} is null`;
      return;
    }
    for (const part of list(schema['allOf'])) yield* this.check(part, value, place);
    const choices = [...list(schema['anyOf']), ...list(schema['oneOf'])];
    if (choices.length > 0) {
      const fits = choices.some((choice) => [...this.check(choice, value, place)].length === 0);
      if (!fits) yield `${place} fits none of its variants`;
      return;
    }
    if (!hasType(schema['type'], value)) {
      yield `${place} is no ${String(schema['type'])}`;
      return;
    }
    if (Array.isArray(value)) {
      for (const [i, item] of value.entries())
        yield* this.check(schema['items'] ?? {}, item, `${place}[${String(i)}]`);
    } else if (typeof value === 'object') {
      yield* this.checkProperties(schema, json.parse(value), place);
    }
  }

  private *checkProperties(schema: Json, value: Json, place: string): Generator<string> {
    const properties = json.catch({}).parse(schema['properties']);
    for (const name of list(schema['required'])) {
      if (value[String(name)] === undefined) yield `${place}.${String(name)} is missing`;
    }
    const additional = schema['additionalProperties'];
    for (const [name, item] of Object.entries(value)) {
      if (item === undefined) continue;
      const known = properties[name];
      if (known !== undefined) yield* this.check(known, item, `${place}.${name}`);
      else if (additional === false) yield `${place}.${name} is not documented`;
      else if (typeof additional === 'object' && additional !== null)
        yield* this.check(additional, item, `${place}.${name}`);
      else if (additional === undefined && schema['properties'] !== undefined)
        yield `${place}.${name} is not documented`;
    }
  }
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function hasType(type: unknown, value: unknown): boolean {
  switch (type) {
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && !Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    case 'number':
    case 'string':
    case 'boolean':
      return typeof value === type;
    default:
      return true;
  }
}

export const jiraFacts = new Facts('jira-platform-v3');
export const organizationFacts = new Facts('admin-organization', '/admin');
export const userManagementFacts = new Facts('admin-user-management');

export function factsOf(path: string): Facts {
  if (path.startsWith('/rest/')) return jiraFacts;
  return path.startsWith('/admin/') ? organizationFacts : userManagementFacts;
}
