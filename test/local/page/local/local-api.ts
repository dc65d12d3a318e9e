import type { z } from 'zod';
import { failureSchema } from './schemas';

/** A refusal of the local Atlassian, with its code. */
export class LocalApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'LocalApiError';
  }
}

/** Reads from the local Atlassian. `path` is from the host's root, `/__local/…`. */
export async function readLocal<T>(schema: z.ZodType<T>, path: string): Promise<T> {
  return schema.parse(await answer(await fetch(path, { headers: { accept: 'application/json' } })));
}

/** Calls one of the local Atlassian's DELETE routes. */
export async function deleteLocal<T>(schema: z.ZodType<T>, path: string): Promise<T> {
  return schema.parse(
    await answer(await fetch(path, { method: 'DELETE', headers: { accept: 'application/json' } })),
  );
}

/** Calls one of the local Atlassian's POST routes with a JSON body. */
export async function callLocal<T>(schema: z.ZodType<T>, path: string, body: unknown): Promise<T> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return schema.parse(await answer(response));
}

async function answer(response: Response): Promise<unknown> {
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok) return body;
  const failure = failureSchema.safeParse(body);
  if (failure.success) throw new LocalApiError(failure.data.error.code, failure.data.error.message);
  throw new LocalApiError('local.failed', `The local Atlassian answered ${String(response.status)}.`);
}
