/**
 * What the key-value store answers instead of doing it. Codes and statuses are those of "Error handling for the
 * Key-Value Store"; `KEY_CONFLICT` with 409 is reported from the field; `BAD_REQUEST` stands for the undocumented rest.
 */
export class KvsRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** The request as a whole is not what the store understands. */
export function badRequest(message: string): KvsRefusal {
  return new KvsRefusal(400, 'BAD_REQUEST', message);
}

/** The SDK turns this code into undefined. */
export function keyNotFound(): KvsRefusal {
  return new KvsRefusal(404, 'KEY_NOT_FOUND', 'There is no value under this key');
}

/** A transaction that holds nothing; code of "Error handling for the Key-Value Store" (2026-09). */
export function emptyTransaction(): KvsRefusal {
  return new KvsRefusal(400, 'INVALID_TRANSACTION_REQUEST', 'A transaction needs an operation');
}

/** What `FAIL_IF_EXISTS` meets. */
export function keyConflict(): KvsRefusal {
  return new KvsRefusal(409, 'KEY_CONFLICT', 'There is already a value under this key');
}

/** Code of "Quota and limit handling". */
export function rateLimited(what: string): KvsRefusal {
  return new KvsRefusal(429, 'RATE_LIMIT_EXCEEDED', `The limit of ${what} is reached`);
}

/** A transaction beyond a budget has a code of its own (2026-09). */
export function ofTransaction(refusal: KvsRefusal): KvsRefusal {
  return refusal.status === 429 ? new KvsRefusal(429, 'TOO_MANY_REQUESTS', refusal.message) : refusal;
}

/** Everything about custom entities. */
export function noEntity(): KvsRefusal {
  return new KvsRefusal(400, 'INVALID_ENTITY_TYPE', 'The manifest declares no custom entity of this name');
}
