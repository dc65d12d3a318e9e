/** What the organization API answers instead of a result: an application error, or a gateway's own body. */
export class AdminError extends Error {
  constructor(
    readonly status: number,
    /** `errors` bodies get their id from the call; anything else is sent as it stands. */
    readonly content: { code: string; title: string; detail: string } | { body: unknown },
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(`The organization API answers ${String(status)}`);
    this.name = 'AdminError';
  }
}

function applicationError(status: number, code: string, title: string): (detail: string) => AdminError {
  return (detail) => new AdminError(status, { code, title, detail });
}

/** Codes and titles as the Organizations OpenAPI document lists them. */
export const invalidCursor = applicationError(400, 'ADMIN-400-1', 'Invalid page cursor');
export const invalidTime = applicationError(400, 'ADMIN-400-3', 'Invalid time date');
export const invalidResource = applicationError(400, 'ADMIN-400-4', 'Invalid resource');
export const invalidSyntax = applicationError(400, 'ADMIN-400-19', 'Invalid request syntax');
export const invalidBody = applicationError(400, 'ADMIN-400-24', 'Invalid request body');
export const notAllowedOnOrg = applicationError(403, 'ADMIN-403-3', 'Not allowed to manage the org');
export const notAllowedOnGroup = applicationError(403, 'ADMIN-403-5', 'Not allowed to manage the group');
export const unknownResource = applicationError(404, 'ADMIN-404-1', 'Unknown resource');
export const unknownOrg = applicationError(404, 'ADMIN-404-2', 'Organization not found');
export const unknownUser = applicationError(404, 'ADMIN-404-8', 'User not found');
export const unknownGroup = applicationError(404, 'ADMIN-404-10', 'Group not found');
export const licenceLimit = applicationError(409, 'ADMIN-409-3', 'License limit exceeded');
export const conflict = applicationError(409, 'ADMIN-409-28', 'Conflict');
export const invalidRoleRequest = applicationError(400, 'ADMIN-UAM-400-1', 'Bad Request');
export const invalidRoleResource = applicationError(400, 'ADMIN-UAM-400-5', 'Empty/Invalid Resource');
export const roleForbidden = applicationError(403, 'ADMIN-UAM-403-1', 'Forbidden');

/** How an API words the refusals that any of its endpoints may give. */
interface CommonErrors {
  /** To a missing, wrong or expired key. */
  readonly unauthenticated: () => AdminError;
  readonly unknownPath: (detail: string) => AdminError;
  readonly wrongMethod: (detail: string) => AdminError;
  readonly invalidParameter: (detail: string, name: string) => AdminError;
  /** Approximate: Atlassian documents only that a scope is missing (AX-712, ID-9051). */
  readonly missingScope: () => AdminError;
}

/** The organization API; the gateway in front of it checks the key and has a body of its own. */
export const organizationErrors: CommonErrors = {
  unauthenticated: () => new AdminError(401, { body: { code: 401, message: 'Unauthorized' } }),
  unknownPath: unknownResource,
  wrongMethod: applicationError(405, 'ADMIN-405-1', 'Method not supported'),
  invalidParameter: invalidSyntax,
  missingScope: () => notAllowedOnOrg('The API key has no scope that allows this request.'),
};

/** The user management API knows no codes: a key says what is wrong. That of a wrong method is approximate. */
export const userManagementErrors: CommonErrors = {
  unauthenticated: () => new AdminError(401, { body: { key: 'unauthorized' } }),
  unknownPath: () => new AdminError(404, { body: { key: 'notFound' } }),
  wrongMethod: () => new AdminError(405, { body: { key: 'methodNotAllowed' } }),
  invalidParameter: (_detail, field) => {
    const fieldViolations = [{ field, violations: [{ key: 'invalid' }] }];
    return new AdminError(400, { body: { key: 'fieldConstraintsViolated', context: { fieldViolations } } });
  },
  missingScope: () => new AdminError(403, { body: { key: 'forbidden' } }),
};

export function tooManyRequests(headers: Readonly<Record<string, string>>): AdminError {
  return new AdminError(429, { body: { code: 429, message: 'Rate limit exceeded' } }, headers);
}
