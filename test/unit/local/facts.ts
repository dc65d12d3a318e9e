import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { SchemaCheck } from './schema';

const json = z.record(z.string(), z.unknown());
const content = z.object({
  content: z
    .object({ 'application/json': z.object({ schema: z.unknown().optional() }).optional() })
    .optional(),
});
const parameterSchema = z.object({
  name: z.string(),
  in: z.string(),
  required: z.boolean().default(false),
  /** Whether a list repeats its name; else its items stand behind each other, with commas. */
  explode: z.boolean().default(true),
  schema: z.unknown(),
});
const operationSchema = z.object({
  parameters: z.array(z.unknown()).default([]),
  requestBody: content.extend({ required: z.boolean().default(false) }).optional(),
  responses: z.record(z.string(), z.unknown()),
  'x-atlassian-oauth2-scopes': z
    .array(z.object({ scopes: z.array(z.string()), state: z.string() }))
    .default([]),
});

type Parameter = z.infer<typeof parameterSchema>;
type Operation = Omit<z.infer<typeof operationSchema>, 'parameters'> & {
  /** Those of the query. */
  readonly parameters: readonly Parameter[];
};

/** Copied extracts, and what was cut out of the same documents since. */
const FOLDERS = ['facts', 'further-facts'];

/** One document of two: what both have is what both say. */
function merged(one: Record<string, unknown>, other: Record<string, unknown>): Record<string, unknown> {
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return Object.fromEntries(
    keys.map((key) => {
      const [a, b] = [json.safeParse(one[key]), json.safeParse(other[key])];
      return [key, a.success && b.success ? merged(a.data, b.data) : (one[key] ?? other[key])];
    }),
  );
}

/** An OpenAPI extract: what Atlassian documents of the operations in use. */
export class Facts {
  private readonly document: Record<string, unknown>;
  private readonly schemas: SchemaCheck;
  private readonly operations = new Map<string, Operation>();

  constructor(
    file: 'jira-platform-v3' | 'admin-organization' | 'admin-user-management',
    /** What our paths have in front of the document's. */
    private readonly prefix = '',
  ) {
    this.document = FOLDERS.map((folder) => join(__dirname, '../../fixtures', folder, `${file}.json`))
      .filter((path) => existsSync(path))
      .map((path) => json.parse(JSON.parse(readFileSync(path, 'utf8'))))
      .reduce(merged);
    this.schemas = new SchemaCheck(this.document);
  }

  /** `METHOD /path` of every documented operation. */
  get endpoints(): string[] {
    return Object.entries(json.parse(this.document['paths'])).flatMap(([path, operations]) =>
      Object.keys(json.parse(operations)).map((method) => `${method.toUpperCase()} ${this.prefix}${path}`),
    );
  }

  queryNames(endpoint: string): string[] {
    return this.operation(endpoint).parameters.map(({ name }) => name);
  }

  classicScopes(endpoint: string): string[] {
    const scopes = this.operation(endpoint)['x-atlassian-oauth2-scopes'];
    return scopes.find(({ state }) => state === 'Current')?.scopes ?? [];
  }

  documentsStatus(endpoint: string, status: number): boolean {
    return this.operation(endpoint).responses[String(status)] !== undefined;
  }

  /** What is wrong with a reply; empty when it fits. Status and body must both be documented. */
  replyFaults(endpoint: string, { status, body }: { status: number; body: unknown }): string[] {
    const response = this.operation(endpoint).responses[String(status)];
    if (response === undefined) return [`status ${String(status)} is not documented`];
    // Some documents name a type of content for 204, which never has any.
    return this.bodyFaults(status === 204 ? undefined : this.schemas.resolve(response), body);
  }

  /** What is wrong with a request's query and body; empty when the request is as documented. */
  requestFaults(endpoint: string, query: URLSearchParams, body: unknown): string[] {
    const { parameters, requestBody } = this.operation(endpoint);
    const known = new Set(parameters.map(({ name }) => name));
    const unknown = [...new Set(query.keys())].filter((name) => !known.has(name));
    const isMissing = body === undefined && requestBody?.required !== true;
    return [
      ...unknown.map((name) => `?${name} is not documented`),
      ...parameters.flatMap((parameter) => this.parameterFaults(parameter, query)),
      ...(isMissing ? [] : this.bodyFaults(requestBody, body)),
    ];
  }

  /** Whether a value is what the document says under `components/schemas`. */
  fits(schema: string, value: unknown): boolean {
    const schemas = json.parse(json.parse(this.document['components'])['schemas']);
    if (schemas[schema] === undefined) return false;
    return this.schemas.faults({ $ref: `#/components/schemas/${schema}` }, value).length === 0;
  }

  private bodyFaults(documented: unknown, body: unknown): string[] {
    const media = content.optional().parse(documented)?.content?.['application/json'];
    if (media === undefined) return body === undefined ? [] : ['$ is a body where none is documented'];
    return body === undefined ? ['$ is missing'] : this.schemas.faults(media.schema ?? {}, body);
  }

  private parameterFaults({ name, required, explode, schema }: Parameter, query: URLSearchParams): string[] {
    const texts = query.getAll(name);
    if (texts.length === 0) return required ? [`?${name} is missing`] : [];
    const { type, items } = this.schemas.shapeOf(schema);
    if (type !== 'array') {
      if (texts.length > 1) return [`?${name} is given twice`];
      return this.schemas.faults(schema, this.valueOf(schema, texts[0] ?? '')).map(at(name));
    }
    const parts = explode ? texts : texts.flatMap((text) => text.split(','));
    return this.schemas
      .faults(
        schema,
        parts.map((part) => this.valueOf(items, part)),
      )
      .map(at(name));
  }

  /** A text of the query as the value that its schema means; what cannot be read stays a text, and is a fault. */
  private valueOf(schema: unknown, text: string): unknown {
    const { type } = this.schemas.shapeOf(schema);
    if (type === 'integer' && /^-?\d+$/.test(text)) return Number(text);
    if (type === 'boolean' && /^(true|false)$/.test(text)) return text === 'true';
    return text;
  }

  private operation(endpoint: string): Operation {
    const known = this.operations.get(endpoint);
    if (known !== undefined) return known;
    const [method = '', path = ''] = endpoint.split(' ');
    const paths = json.parse(this.document['paths']);
    const operations = json.parse(paths[path.slice(this.prefix.length)]);
    const parsed = operationSchema.parse(operations[method.toLowerCase()]);
    const parameters = parsed.parameters.map((value) => parameterSchema.parse(this.schemas.resolve(value)));
    const operation = { ...parsed, parameters: parameters.filter((parameter) => parameter.in === 'query') };
    this.operations.set(endpoint, operation);
    return operation;
  }
}

function at(name: string): (fault: string) => string {
  return (fault) => fault.replace('$', `?${name}`);
}

export const jiraFacts = new Facts('jira-platform-v3');
export const organizationFacts = new Facts('admin-organization', '/admin');
export const userManagementFacts = new Facts('admin-user-management');

export function factsOf(path: string): Facts {
  if (path.startsWith('/rest/')) return jiraFacts;
  return path.startsWith('/admin/') ? organizationFacts : userManagementFacts;
}
