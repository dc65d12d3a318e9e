import { loadOrganization } from '../../usecases/organization-ledger';
import type { AppTools } from '../../usecases/app-tools';

/** After installing or upgrading: the stored ledger must be readable before anything else is done with it. */
export function createLifecycleTrigger(tools: AppTools): (event: unknown) => Promise<undefined> {
  return async () => {
    await loadOrganization(tools);
    return undefined;
  };
}

/** Before uninstalling: the organization key is the one thing that must not outlive the app. */
export function createPreUninstall(tools: AppTools): (event: unknown) => Promise<undefined> {
  return async () => {
    await tools.keys.deleteKey();
    return undefined;
  };
}
