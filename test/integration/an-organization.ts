import type { RestRequest, RestResponse } from '../local/call';
import type { OrganizationMaker } from '../local/forge/world';
import { createOrganization } from '../local/organization/organization';

/** The emulated organization, but its answers to one operation are changed before the app sees them. */
export function withAnswers(
  method: string,
  path: RegExp,
  change: (answer: RestResponse, request: RestRequest) => RestResponse,
): OrganizationMaker {
  return (seed, clock, app, options) => {
    const real = createOrganization(seed, clock, app, options);
    return new Proxy(real, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (name !== 'handle') return typeof value === 'function' ? (value.bind(target) as unknown) : value;
        return (...[request, options]: Parameters<typeof real.handle>) => {
          const answer = target.handle(request, options);
          return request.method === method && path.test(request.path)
            ? change(structuredClone(answer), request)
            : answer;
        };
      },
    });
  };
}
