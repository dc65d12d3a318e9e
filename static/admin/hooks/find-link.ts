import { NavigationTarget, router } from '@forge/bridge';
import { linkTo, type Route } from '../view-models/route';

/** The address at which a module shows a route; null where the platform does not tell that of the module. */
export async function findLink(moduleKey: string, route: Route): Promise<string | null> {
  try {
    const module = await router.getUrl({ target: NavigationTarget.Module, moduleKey });
    return module === null ? null : linkTo(module, route);
  } catch {
    return null;
  }
}
