import type { RestResponse } from '../call';
import type { EmulatedOrganization } from './organization';

type Handle = EmulatedOrganization['handle'];

/** The organization with another way of answering calls, which is given the real one to lean on. */
export function withHandle(
  real: EmulatedOrganization,
  handle: (real: EmulatedOrganization, ...call: Parameters<Handle>) => RestResponse,
): EmulatedOrganization {
  return new Proxy(real, {
    get(target, name) {
      if (name === 'handle') return (...call: Parameters<Handle>) => handle(target, ...call);
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
