/** Who made the call, with the name where it is known: `user:712020:…` → `Ada Admin`. */
export function actorText(as: string, names: ReadonlyMap<string, string>): string {
  const accountId = as.startsWith('user:') ? as.slice('user:'.length) : undefined;
  return accountId === undefined ? as : (names.get(accountId) ?? accountId);
}
