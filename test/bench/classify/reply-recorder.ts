import { createHash } from 'node:crypto';
import type { OrganizationMaker } from '../../local/forge/world';
import type { RestRequest } from '../../local/call';
import { createOrganization } from '../../local/organization/organization';

/** Gets the text of a reply and the path it came from, with `{id}` for whatever names one thing. */
export type KeepReply = (source: string, text: string) => void;

/** An organization that hands over what it replies; a request that is made again and answered alike counts once. */
export function recordingOrganization(keep: KeepReply): OrganizationMaker {
  const seen = new Set<string>();
  return (...parts) => {
    const organization = createOrganization(...parts);
    const answer = organization.handle.bind(organization);
    organization.handle = (request, options) => {
      const response = answer(request, options);
      const text = JSON.stringify(response.body);
      if (response.status !== 200 || text === undefined) return response;
      const { method, path, query, body } = request;
      const told = JSON.stringify([method, path, query.toString(), body, text]);
      const hash = createHash('sha256').update(told).digest('base64');
      if (!seen.has(hash)) keep(sourceOf(request), text);
      seen.add(hash);
      return response;
    };
    return organization;
  };
}

function sourceOf({ method, path, body }: RestRequest): string {
  const parts = path.split('/').map((part) => (/\d{3}|[0-9a-f]{8}/.test(part) ? '{id}' : part));
  const expanded = typeof body === 'object' && body !== null && 'expand' in body ? ' with expansions' : '';
  return `${method} ${parts.join('/')}${expanded}`;
}
