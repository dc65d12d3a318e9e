import { assembleHost } from './forge/assemble-host';
import type { HostOptions, LocalHost } from './host-contract';

/** Starts a local Atlassian on a seed, or resumes the one that `folder` holds. */
export function createHost(options: HostOptions): Promise<LocalHost> {
  return assembleHost(options);
}
