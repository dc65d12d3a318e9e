import type { Facts } from './facts';

/** A reply that is not as the document of its endpoint has it. */
interface Departure {
  readonly endpoint: string;
  readonly facts: Facts;
  readonly status: number;
  readonly body: unknown;
  /** The one thing that is wrong with it. */
  readonly fault: string;
}

interface ReplyException {
  /** What is known of the real thing, and from where. */
  readonly because: string;
  readonly covers: (departure: Departure) => boolean;
}

const isJira = ({ endpoint }: Departure): boolean => endpoint.includes(' /rest/');
const isAdmin = ({ endpoint }: Departure): boolean => endpoint.includes(' /admin/');
const isMembershipWrite = ({ endpoint }: Departure): boolean => endpoint.endsWith(' /rest/api/3/group/user');
const hasCollection = ({ facts, body }: Departure): boolean => facts.fits('ErrorCollection', body);
const isGatewayError = ({ facts, body }: Departure): boolean => facts.fits('ProxyError', body);
const namesParameter = ({ facts, body }: Departure): boolean =>
  JSON.stringify(body).includes('The query parameter') ||
  facts.fits('Response.BadRequest.FieldConstraintsViolated', body);
const isUndocumented = ({ endpoint, facts, status }: Departure): boolean =>
  !facts.documentsStatus(endpoint, status);

/** Where replies differ from the extracts on purpose; everything else that differs is a fault of the emulation. */
export const replyExceptions: readonly ReplyException[] = [
  {
    because:
      'Refusals whose body Jira’s document leaves open have the error collection that it gives elsewhere',
    covers: (it) => isJira(it) && it.status >= 400 && !isUndocumented(it) && hasCollection(it),
  },
  {
    because: 'Jira signs a caller in before it looks at the endpoint, whether its document lists 401 or not',
    covers: (it) => isJira(it) && it.status === 401 && hasCollection(it),
  },
  {
    because: 'Measured: a missing scope answers 401 with the gateway’s own body',
    covers: ({ body, ...it }) =>
      it.status === 401 &&
      JSON.stringify(body) === '{"code":401,"message":"Unauthorized; scope does not match"}',
  },
  {
    because: 'Jira’s page on rate limiting: any endpoint may answer 429, and the recorded ones have no body',
    covers: (it) => isJira(it) && it.status === 429 && it.body === undefined,
  },
  {
    because: 'Recorded as the app: a refused membership write answers a text',
    covers: (it) => isMembershipWrite(it) && it.status === 403 && typeof it.body === 'string',
  },
  {
    because:
      'Who may not use Jira is refused by nearly every endpoint, and so is an app until its rights have arrived',
    covers: (it) => isJira(it) && it.status === 403 && isUndocumented(it) && hasCollection(it),
  },
  {
    because: 'Our own strictness: a query that is not as documented answers 400 everywhere (docs/local.md)',
    covers: (it) => it.status === 400 && isUndocumented(it) && namesParameter(it),
  },
  {
    because: 'Recorded: the gateway before the organization API answers 401 and 429 with {code, message}',
    covers: (it) => isAdmin(it) && [401, 429].includes(it.status) && isGatewayError(it),
  },
  {
    because: 'Membership refusals, whose body the document leaves open, have the body of the other endpoints',
    covers: (it) => it.endpoint.includes('/memberships') && it.facts.fits('Errors', it.body),
  },
  {
    because: 'A key without the scope, or an organization without the feature, is refused with 403 anywhere',
    covers: (it) =>
      isAdmin(it) && it.status === 403 && isUndocumented(it) && it.facts.fits('Errors', it.body),
  },
  {
    because: 'Another organization is answered with ADMIN-404-2 everywhere, though few endpoints list it',
    covers: (it) => isAdmin(it) && it.status === 404 && JSON.stringify(it.body).includes('"ADMIN-404-2"'),
  },
  {
    because: 'Enumerations are open, and seeds have values that no document lists yet',
    covers: ({ status, fault }) =>
      status === 200 && /(platformRoles\[\d+\]|plan) is ".*", none of/.test(fault),
  },
];
