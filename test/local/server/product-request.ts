import { HttpError } from './http-error';
import type { People } from './people';
import type { ServedHost } from './served-host';

export interface ProductRequest {
  readonly accountId: string;
  readonly product: string;
  readonly path: string;
  readonly method: string;
  readonly body: string | null;
}

/**
 * `requestJira` of the bridge: a call as the person who looks at the page. Approximate: it goes the way of
 * outside programs, by e-mail, so the scopes of the app do not narrow it.
 */
export async function requestAsPerson(host: ServedHost, people: People, request: ProductRequest) {
  const email = people.find(request.accountId)?.email;
  if (email === undefined)
    throw new HttpError(404, 'not.found', 'There is no such person with an e-mail address.');
  if (request.product !== 'jira') throw new HttpError(400, 'input.invalid', 'Only Jira is emulated.');
  const url = new URL(request.path, 'http://jira.invalid');
  const answer = await host.rest({
    method: request.method,
    path: url.pathname,
    query: url.searchParams,
    headers: { authorization: `Basic ${Buffer.from(`${email}:page`).toString('base64')}` },
    body: request.body === null || request.body === '' ? undefined : JSON.parse(request.body),
  });
  const isText = typeof answer.body === 'string' || answer.body === undefined;
  return {
    status: answer.status,
    statusText: '',
    headers: answer.headers,
    body: isText ? (answer.body ?? '') : JSON.stringify(answer.body),
  };
}
