import { z } from 'zod';

const list = z.array(z.unknown()).default([]);
const limit = z.number().optional();

/** The words of a schema that Atlassian's OpenAPI 3.0 documents use. */
const shapeSchema = z.object({
  allOf: list,
  anyOf: list,
  oneOf: list,
  type: z.string().optional(),
  format: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  nullable: z.boolean().default(false),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).default([]),
  additionalProperties: z.union([z.boolean(), z.record(z.string(), z.unknown())]).optional(),
  items: z.unknown().optional(),
  ...{ minItems: limit, maxItems: limit, maxLength: limit, minimum: limit, maximum: limit },
});
type Shape = z.infer<typeof shapeSchema>;

type Json = Readonly<Record<string, unknown>>;
const object = z.record(z.string(), z.unknown());
const none: readonly string[] = [];

/**
 * Checks values against the schemas of one document. What a schema does not name is a fault, unless it says
 * that there may be more.
 */
export class SchemaCheck {
  /** Schemas are parsed once: a test run checks millions of values. */
  private readonly shapes = new WeakMap<object, Shape>();

  constructor(private readonly document: unknown) {}

  /** What is wrong with a value, each fault with its place after `$`; empty when the value fits. */
  faults(schema: unknown, value: unknown): string[] {
    return this.check(schema, value).map((fault) => `$${fault}`);
  }

  /** Follows `#/…` to what it stands for. */
  resolve(value: unknown): unknown {
    const reference = object.parse(value)['$ref'];
    if (typeof reference !== 'string') return value;
    const parts = reference.slice(2).split('/');
    return this.resolve(parts.reduce<unknown>((at, part) => object.parse(at)[part], this.document));
  }

  shapeOf(schema: unknown): Shape {
    if (!isJson(schema)) throw new Error('A schema must be an object.');
    const known = this.shapes.get(schema);
    if (known !== undefined) return known;
    const own = shapeSchema.parse(this.resolve(schema));
    const shape = own.allOf.map((part) => this.shapeOf(part)).reduce(merge, own);
    this.shapes.set(schema, shape);
    return shape;
  }

  private check(schema: unknown, value: unknown): readonly string[] {
    const shape = this.shapeOf(schema);
    if (value === null) return shape.nullable || shape.type === undefined ? none : [' is null'];
    const choices = [...shape.anyOf, ...shape.oneOf];
    if (choices.length > 0) {
      const fits = choices.some((choice) => this.check(choice, value).length === 0);
      return fits ? none : [' fits none of its variants'];
    }
    if (!hasType(shape.type, value)) return [` is no ${String(shape.type)}`];
    if (shape.enum?.includes(value) === false)
      return [` is ${JSON.stringify(value)}, none of ${shape.enum.join(', ')}`];
    if (typeof value === 'string') return checkText(shape, value);
    if (typeof value === 'number') return checkNumber(shape, value);
    if (Array.isArray(value)) return this.checkItems(shape, value);
    return isJson(value) ? this.checkProperties(shape, value) : none;
  }

  private checkItems(shape: Shape, items: readonly unknown[]): readonly string[] {
    const { minItems = 0, maxItems = Infinity } = shape;
    if (items.length < minItems || items.length > maxItems) return [` has ${String(items.length)} items`];
    const { items: schema = anything } = shape;
    const faults: string[] = [];
    for (const [index, item] of items.entries())
      for (const fault of this.check(schema, item)) faults.push(`[${String(index)}]${fault}`);
    return faults;
  }

  private checkProperties(shape: Shape, value: Json): readonly string[] {
    const faults = shape.required
      .filter((name) => value[name] === undefined)
      .map((name) => `.${name} is missing`);
    const { properties, additionalProperties: more = properties === undefined } = shape;
    for (const name of Object.keys(value)) {
      const item = value[name];
      const known = properties?.[name] ?? more;
      if (item === undefined || known === true) continue;
      if (known === false) faults.push(`.${name} is not documented`);
      else for (const fault of this.check(known, item)) faults.push(`.${name}${fault}`);
    }
    return faults;
  }
}

const anything = {};

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `allOf` joins its parts: what one of them names, the others allow. */
function merge(left: Shape, right: Shape): Shape {
  return {
    ...right,
    ...left,
    properties: { ...right.properties, ...left.properties },
    required: [...left.required, ...right.required],
    anyOf: [...left.anyOf, ...right.anyOf],
    oneOf: [...left.oneOf, ...right.oneOf],
    nullable: left.nullable || right.nullable,
  };
}

function hasType(type: string | undefined, value: unknown): boolean {
  switch (type) {
    case undefined:
      return true;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isJson(value);
    case 'integer':
      return Number.isSafeInteger(value);
    default:
      return typeof value === type;
  }
}

function checkText({ maxLength = Infinity, format }: Shape, text: string): readonly string[] {
  if (text.length > maxLength) return [` is longer than ${String(maxLength)}`];
  const isTime = format === 'date-time' || format === 'date';
  if (isTime && Number.isNaN(Date.parse(text))) return [' is no time'];
  // An address may be relative, as the document of the organization API has it for its links.
  if (format === 'uri' && !URL.canParse(text, 'https://local.example')) return [' is no address'];
  return none;
}

function checkNumber({ minimum = -Infinity, maximum = Infinity }: Shape, value: number): readonly string[] {
  return value < minimum || value > maximum
    ? [` is not from ${String(minimum)} to ${String(maximum)}`]
    : none;
}
