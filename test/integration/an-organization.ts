import { afterEach, expect } from 'vitest';

import type { RestRequest, RestResponse } from '../local/call';
import type { OrganizationMaker } from '../local/forge/world';
import { createOrganization } from '../local/organization/organization';
import { withHandle } from '../local/organization/with-handle';
import { callFaults } from '../unit/local/documented';

const faults = new Set<string>();

afterEach(() => {
  const found = [...faults];
  faults.clear();
  expect(found, 'calls that differ from the documents').toEqual([]);
});

/** The emulated organization. A test fails when a call or its answer is not as Atlassian's documents have it. */
export const documentedOrganization: OrganizationMaker = (...world) =>
  withHandle(createOrganization(...world), (organization, ...call) => {
    const answer = organization.handle(...call);
    for (const fault of callFaults(call[0], answer)) faults.add(fault);
    return answer;
  });

/** The emulated organization, but its answers to one operation are changed before the app sees them. */
export function withAnswers(
  method: string,
  path: RegExp,
  change: (answer: RestResponse, request: RestRequest) => RestResponse,
): OrganizationMaker {
  return (...world) =>
    withHandle(documentedOrganization(...world), (organization, request, options) => {
      const answer = organization.handle(request, options);
      return request.method === method && path.test(request.path)
        ? change(structuredClone(answer), request)
        : answer;
    });
}
