import type { Files } from '../kit/files';
import { filesIn, typescriptFiles } from '../kit/files';
import { importsOf } from '../kit/imports';
import { jiraCalls, normalizePath } from '../kit/jira-calls';
import { readJiraFacts } from '../kit/jira-facts';
import { readManifest } from '../kit/manifest';
import { parse } from '../kit/syntax';
import type { Violation } from '../kit/violation';

/** A copied extract, and what was cut out of the same document since. */
const FACTS = [
  'test/fixtures/facts/jira-platform-v3.json',
  'test/fixtures/further-facts/jira-platform-v3.json',
];
const TABLE = 'docs/permissions.md';
/** Atlassian's linter passes over such calls without a word, so their scopes would go unchecked. */
const HIDDEN_PATH = 'requestJira needs a literal route`…`, or the linter does not see the endpoint';
const HIDDEN_METHOD =
  "requestJira needs its options here, as in { method: 'POST', … }, or the linter does not see them";

interface Use {
  readonly file: string;
  readonly line: number;
  /** `GET /rest/api/3/group/member`. */
  readonly endpoint: string;
  readonly scopes: readonly string[];
}

/** Compares the gateways' requests with the manifest's scopes and the table of docs/permissions.md. */
export function scopesEndpoints(files: Files): readonly Violation[] {
  const { uses, violations } = requests(files);
  return [...violations, ...scopeDifferences(uses, files), ...tableDifferences(uses, files)];
}

function requests(files: Files): {
  readonly uses: readonly Use[];
  readonly violations: readonly Violation[];
} {
  const operations = FACTS.flatMap((file) => readJiraFacts(files.get(file) ?? '{"paths":{}}'));
  const uses: Use[] = [];
  const violations: Violation[] = [];
  for (const [file, text] of typescriptFiles(filesIn(files, 'src/'))) {
    for (const { line, method, path } of jiraCalls(parse(file, text))) {
      const refuse = (message: string): unknown => violations.push({ file, line, message });
      if (!file.startsWith('src/atlassian/')) refuse('requests Jira outside src/atlassian');
      else if (path === null) refuse(HIDDEN_PATH);
      else if (method === null) refuse(HIDDEN_METHOD);
      else {
        const found = operations.find((one) => one.method === method && one.path === path);
        if (found === undefined) refuse(`${method} ${path} is not in ${FACTS.join(' or ')}`);
        else uses.push({ file, line, endpoint: `${method} ${path}`, scopes: found.scopes });
      }
    }
  }
  return { uses, violations };
}

function scopeDifferences(uses: readonly Use[], files: Files): readonly Violation[] {
  const manifest = readManifest(files);
  const needed = new Set(uses.flatMap(({ scopes }) => scopes));
  if (usesStorage(files)) needed.add('storage:app');
  const missing = uses.flatMap(({ file, line, endpoint, scopes }) =>
    scopes
      .filter((scope) => !manifest.scopes.includes(scope))
      .map((scope) => ({
        file,
        line,
        message: `${endpoint} needs the scope ${scope}, which manifest.yml does not have`,
      })),
  );
  const surplus = manifest.scopes
    .filter((scope) => !needed.has(scope))
    .map((scope) => ({
      file: 'manifest.yml',
      line: manifest.lineOf(`${scope}:`),
      message: `has the scope ${scope}, which no request needs`,
    }));
  return [...missing, ...surplus];
}

function usesStorage(files: Files): boolean {
  const ours = typescriptFiles(filesIn(files, 'src/storage/'));
  return [...ours.keys()].some((path) =>
    importsOf(path, files).some(({ specifier }) => specifier === '@forge/kvs'),
  );
}

function tableDifferences(uses: readonly Use[], files: Files): readonly Violation[] {
  const rows = tableRows(files.get(TABLE) ?? '');
  const missing = uses
    .filter(
      ({ endpoint, scopes }) =>
        !rows.some(
          (row) => row.endpoints.includes(endpoint) && scopes.every((scope) => row.text.includes(scope)),
        ),
    )
    .map(({ file, line, endpoint, scopes }) => ({
      file,
      line,
      message: `${endpoint} has no row${scopes.map((scope) => ` with ${scope}`).join('')} in ${TABLE}`,
    }));
  const stale = rows.flatMap(({ endpoints, line }) =>
    endpoints
      .filter((endpoint) => !uses.some((use) => use.endpoint === endpoint))
      .map((endpoint) => ({ file: TABLE, line, message: `lists ${endpoint}, which no gateway requests` })),
  );
  return [...missing, ...stale];
}

/** Rows of tables that name an endpoint of Jira's REST API, as `METHOD /rest/api/3/…`. */
function tableRows(
  text: string,
): readonly { readonly line: number; readonly text: string; readonly endpoints: readonly string[] }[] {
  return text.split('\n').flatMap((row, index) => {
    if (!row.startsWith('|')) return [];
    const found = [...row.matchAll(/\b(GET|POST|PUT|DELETE|PATCH) (\/rest\/api\/3\/[^\s`|]+)/g)];
    const endpoints = found.map(([, method, path]) => `${method ?? ''} ${normalizePath(path ?? '')}`);
    return endpoints.length === 0 ? [] : [{ line: index + 1, text: row, endpoints }];
  });
}
