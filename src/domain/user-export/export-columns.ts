import { BILLABLE_PRODUCTS } from '../product';
import { ELSEWHERE, type ExportProblem } from './exported-account';

/**
 * What a column tells: `access:PRODUCT` whether the person has the product, `last-seen:PRODUCT` the last use of it.
 * The product `elsewhere` stands for every product of another site.
 */
export type ColumnMeaning =
  | 'account-id'
  | 'email'
  | 'added-to-org'
  | 'org-role'
  | 'not-used'
  | `access:${string}`
  | `last-seen:${string}`;

export interface ExportColumn {
  readonly heading: string;
  /** Null when nobody may guess: somebody has to say. */
  readonly meaning: ColumnMeaning | null;
}

/**
 * Headings of both known shapes (Atlassian's help pages on exporting users; the newer shape is reported, not
 * documented). Every other heading that names no product is not used.
 */
const PLAIN_HEADINGS: ReadonlyMap<string, ColumnMeaning> = new Map(
  Object.entries({
    'user id': 'account-id',
    'account id': 'account-id',
    'atlassian id': 'account-id',
    email: 'email',
    'added to org': 'added-to-org',
    created: 'added-to-org',
    'org role': 'org-role',
  } as const),
);

/** Names under which products stand in exports, in lower case; they were renamed over the years. */
const PRODUCT_KEYS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(BILLABLE_PRODUCTS).map(([key, name]) => [name.toLowerCase(), key] as const),
  ['jira software', 'jira-software'],
  ['jira service desk', 'jira-servicedesk'],
  ['jira core', 'jira-core'],
]);

const LAST_SEEN = /^last seen in (.+) - (.+)$/i;
/** The older shape is the export of one site and does not name it. */
const LAST_ACTIVE = /^last active in (.+)$/i;
const ACCESS = /^(.+) - (.+)$/;

/** The site whose seats are read, as Jira tells it. */
export interface ExportSite {
  readonly url: string;
  /** Its Jira apps by the names that they go by now. */
  readonly apps: readonly { readonly key: string; readonly name: string }[];
}

/** What the headings of an export mean for a site. */
export function readHeadings(headings: readonly string[], site: ExportSite): ExportColumn[] {
  const lastSeen = new Set(
    headings.flatMap((each) => LAST_SEEN.exec(each.trim())?.slice(1, 3).join(' - ') ?? []),
  );
  return headings.map((heading) => {
    const text = heading.trim();
    const seen = LAST_SEEN.exec(text) ?? LAST_ACTIVE.exec(text);
    if (seen !== null) return { heading, meaning: ofProduct('last-seen', seen, site) };
    const access = ACCESS.exec(text);
    // “A - B” names a product beside a column of its last use, or where B is the site.
    if (access !== null && (lastSeen.has(text) || isOfSite(access[2] ?? '', site)))
      return { heading, meaning: ofProduct('access', access, site) };
    return { heading, meaning: PLAIN_HEADINGS.get(text.toLowerCase()) ?? 'not-used' };
  });
}

/** Why columns so understood cannot be imported; empty when they can. */
export function findColumnProblems(columns: readonly ExportColumn[]): ExportProblem[] {
  const problems: ExportProblem[] = columns
    .filter(({ meaning }) => meaning === null)
    .map(({ heading }) => ({
      row: 1,
      column: heading,
      text: 'this is a product of another site, or of a site that goes by another name here. Say what it tells.',
    }));
  const meanings = columns.flatMap(({ meaning }) =>
    meaning === null || isRepeatable(meaning) ? [] : [meaning],
  );
  for (const meaning of new Set(meanings)) {
    const same = columns.filter((column) => column.meaning === meaning);
    if (same.length > 1)
      problems.push({
        row: 1,
        column: same.at(-1)?.heading ?? null,
        text: `“${same[0]?.heading ?? ''}” tells the same. Say which of the two counts.`,
      });
  }
  if (!meanings.some((meaning) => meaning === 'account-id' || meaning === 'email'))
    problems.push(missing('which account a row is about. It is mostly called “User id” or “email”'));
  if (!meanings.some((meaning) => meaning.startsWith('last-seen:jira-')))
    problems.push(
      missing('when Jira was last used on this site. It is mostly called “Last seen in Jira - …”'),
    );
  return problems;
}

function missing(what: string): ExportProblem {
  return { row: 1, column: null, text: `no column tells ${what}.` };
}

function isRepeatable(meaning: ColumnMeaning): boolean {
  return meaning === 'not-used' || meaning.endsWith(`:${ELSEWHERE}`);
}

function ofProduct(
  what: 'access' | 'last-seen',
  [, product = '', siteName]: readonly string[],
  site: ExportSite,
): ColumnMeaning | null {
  if (siteName !== undefined && !isOfSite(siteName, site)) return null;
  return `${what}:${productKey(product, site)}`;
}

function isOfSite(name: string, { url }: ExportSite): boolean {
  return namesOfSite(url).includes(name.trim().toLowerCase());
}

/** “acme” and “acme.atlassian.net”, with and without what stands before it. */
function namesOfSite(siteUrl: string): string[] {
  const address = siteUrl.toLowerCase().replace(/\/$/, '');
  const host = address.replace(/^https?:\/\//, '');
  return [address, host, host.split('.')[0] ?? host];
}

/** A product that we do not know is still a product that may be in use. */
function productKey(name: string, { apps }: ExportSite): string {
  const plain = name.trim().toLowerCase();
  const app = apps.find((each) => each.name.toLowerCase() === plain);
  return app?.key ?? PRODUCT_KEYS.get(plain) ?? plain.replace(/[^a-z0-9]+/g, '-');
}
