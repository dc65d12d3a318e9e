import { parse } from 'yaml';
import { z } from 'zod';

import type { Files } from './files';
import { lineAt } from './syntax';

const scopes = z.union([z.array(z.string()), z.record(z.string(), z.unknown())]);

const manifestSchema = z.object({
  permissions: z.object({ scopes: scopes.default([]) }).default({ scopes: [] }),
  modules: z
    .looseObject({
      function: z.array(z.object({ key: z.string(), handler: z.string() })).default([]),
      consumer: z.array(z.looseObject({ key: z.string(), queue: z.string() })).default([]),
    })
    .default({ function: [], consumer: [] }),
  resources: z.array(z.object({ key: z.string(), path: z.string() })).default([]),
});

/** What the guards need of manifest.yml. */
export interface Manifest {
  readonly scopes: readonly string[];
  readonly functions: readonly { readonly key: string; readonly handler: string }[];
  readonly queues: readonly string[];
  readonly resources: readonly { readonly key: string; readonly path: string }[];
  /** Keys of functions and resources that modules name. */
  readonly usedFunctions: readonly string[];
  readonly usedResources: readonly string[];
  /** Line on which a text stands for the first time. */
  readonly lineOf: (text: string) => number;
}

/** @throws when manifest.yml is missing or has no such form. */
export function readManifest(files: Files): Manifest {
  const text = files.get('manifest.yml') ?? '';
  const { permissions, modules, resources } = manifestSchema.parse(parse(text));
  const { function: functions, ...others } = modules;
  return {
    scopes: Array.isArray(permissions.scopes) ? permissions.scopes : Object.keys(permissions.scopes),
    functions,
    queues: modules.consumer.map(({ queue }) => queue),
    resources,
    usedFunctions: valuesOf('function', others),
    usedResources: valuesOf('resource', others),
    lineOf: (part) => (text.includes(part) ? lineAt(text, text.indexOf(part)) : 0),
  };
}

/** Every text that stands under this name, at any depth. */
function valuesOf(name: string, value: unknown): readonly string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, member]: [string, unknown]) =>
    key === name && typeof member === 'string' ? [member] : valuesOf(name, member),
  );
}
