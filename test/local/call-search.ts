/** What a search looks at of a line of the call log; the page has read its lines from JSON. */
export interface SearchedCall {
  readonly as: string;
  readonly target: string;
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string | readonly string[]>> | null | undefined;
  readonly body?: unknown;
  readonly status: number | null;
  readonly fault?: string | null | undefined;
}

/** Calls that hold every word of `text` somewhere, in their bodies too. `4xx` stands for a class of statuses. */
export function searchCalls<Call extends SearchedCall>(
  calls: readonly Call[],
  text: string,
): readonly Call[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return calls;
  return calls.filter((call) => {
    const line = lineOf(call).toLowerCase();
    return words.every((word) => line.includes(word));
  });
}

function lineOf(call: SearchedCall): string {
  const { method, path, as, target, fault, body } = call;
  const status = String(call.status ?? 'none');
  const address = path + queryText(call);
  return [method, address, as, target, status, `${status.charAt(0)}xx`, fault, JSON.stringify(body)].join(
    ' ',
  );
}

/** The query of a call as in a URL, with its `?`; empty when there is none. */
export function queryText({ query }: SearchedCall): string {
  const pairs = Object.entries(query ?? {}).flatMap(([name, value]) =>
    [value].flat().map((one) => `${name}=${one}`),
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}
