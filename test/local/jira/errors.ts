/** What Jira answers instead of a result. `body` is its documented error collection, or what others recorded. */
export class JiraError extends Error {
  constructor(
    readonly status: number,
    readonly body: unknown,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(`Jira answers ${String(status)}`);
    this.name = 'JiraError';
  }
}

export function badRequest(...errorMessages: string[]): JiraError {
  return new JiraError(400, { errorMessages, errors: {} });
}

/** A 400 that names the fields at fault, as creating and editing issues answer. */
export function badFields(errors: Record<string, string>): JiraError {
  return new JiraError(400, { errorMessages: [], errors });
}

export function notFound(message: string): JiraError {
  return new JiraError(404, { errorMessages: [message], errors: {} });
}

export function forbidden(message: string): JiraError {
  return new JiraError(403, { errorMessages: [message], errors: {} });
}

export function needsAdministration(): JiraError {
  return forbidden('You are not authorized to perform this action. Administrator privileges are required.');
}

export function unauthorized(): JiraError {
  return new JiraError(401, {
    errorMessages: ['You are not authenticated. Authentication required to perform this operation.'],
    errors: {},
  });
}

/** Measured: a missing scope answers 401, not 403. */
export function scopeMismatch(): JiraError {
  return new JiraError(401, { code: 401, message: 'Unauthorized; scope does not match' });
}

/** Recorded from a live site for membership writes as the app (CD1); a text, not an error collection. */
export function membershipForbidden(): JiraError {
  const reason = '{"key":"forbidden","context":{"message":"user does not have the relevant permissions"}}';
  return new JiraError(
    403,
    `An error occurred: com.atlassian.idp.client.exceptions.AuthorizationException: ${reason}`,
  );
}
