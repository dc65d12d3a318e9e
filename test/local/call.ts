/** Who a REST call acts as. The app's own user and users act in-process; the key and basic auth also over HTTP. */
export type Principal =
  | { readonly kind: 'app' }
  | { readonly kind: 'user'; readonly accountId: string }
  | { readonly kind: 'org-key'; readonly key: string }
  | { readonly kind: 'anonymous' };

/** One REST call as it reaches Atlassian, whether in-process or over HTTP. */
export interface RestRequest {
  readonly target: 'jira' | 'org';
  readonly method: string;
  /** From the host's root, without query: `/rest/api/3/group/user`, `/admin/v2/orgs/…`, `/users/{id}/manage`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON; undefined when there is none, and a text that is no JSON as it came. */
  readonly body: unknown;
  readonly principal: Principal;
  /** Scopes of the calling app; null when the caller is no app (a person with a token, the organization key). */
  readonly scopes: readonly string[] | null;
}

export interface RestResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON value, or undefined for an empty body. A string is sent as text. */
  readonly body: unknown;
  /** Jira points that the call cost an app; 0 for anybody else and for the organization API. */
  readonly points: number;
}

/** What a request's text holds: JSON as data, any other text as it is, for the API to refuse. */
export function bodyOf(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** One line of the call log (contracts/README.md §3, `inspect: calls`). */
export interface LoggedCall {
  readonly n: number;
  readonly at: string;
  readonly invocation: string | null;
  readonly as: string;
  readonly target: 'jira' | 'org';
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  readonly body: unknown;
  readonly status: number | null;
  readonly points: number;
  readonly fault: string | null;
}
