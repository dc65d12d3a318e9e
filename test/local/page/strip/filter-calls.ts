import type { Call } from '../local/schemas';

/** Calls that hold every word of `text` somewhere. `4xx` stands for a class of statuses. */
export function filterCalls(calls: readonly Call[], text: string): readonly Call[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return calls;
  return calls.filter((call) => {
    const status = String(call.status ?? 'none');
    const fields = [
      call.method,
      call.path,
      call.as,
      call.target,
      status,
      `${status.charAt(0)}xx`,
      queryText(call),
    ];
    const line = [...fields, call.fault ?? ''].join(' ').toLowerCase();
    return words.every((word) => line.includes(word));
  });
}

/** The query of a call as in a URL, with its `?`; empty when there is none. */
export function queryText(call: Call): string {
  const pairs = Object.entries(call.query ?? {}).flatMap(([name, value]) =>
    [value].flat().map((one) => `${name}=${one}`),
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

/** Who made the call, with the name where it is known: `user:712020:…` → `Ada Admin`. */
export function actorText(as: string, names: ReadonlyMap<string, string>): string {
  const accountId = as.startsWith('user:') ? as.slice('user:'.length) : undefined;
  return accountId === undefined ? as : (names.get(accountId) ?? accountId);
}
