export type MessagePart =
  { readonly text: string } | { readonly name: string } | { readonly accountId: string };

/** Account ids as Atlassian writes them: `712020:…`, `557058:…`, `qm:…` or 24 hexadecimal digits. */
const ACCOUNT_ID = /\b(?:\d{5,6}|qm):[0-9A-Za-z][0-9A-Za-z:-]{6,99}[0-9A-Za-z]|\b[0-9a-f]{24}\b/g;

/** The back end puts names of groups between asterisks. */
const NAME = /\*([^*\n]+)\*/g;

/** A sentence cut at the people and names in it, so that a screen can show people by name and names apart. */
export function messageParts(message: string): MessagePart[] {
  const parts: MessagePart[] = [];
  let from = 0;
  for (const match of message.matchAll(new RegExp(`${NAME.source}|${ACCOUNT_ID.source}`, 'g'))) {
    if (match.index > from) parts.push({ text: message.slice(from, match.index) });
    parts.push(match[1] === undefined ? { accountId: match[0] } : { name: match[1] });
    from = match.index + match[0].length;
  }
  if (from < message.length) parts.push({ text: message.slice(from) });
  return parts;
}

/** The sentence for places that can show text only. */
export function plainMessage(message: string): string {
  return message.replace(NAME, '$1').replace(ACCOUNT_ID, 'somebody else');
}
