import type { Destination } from './bridge/bridge-host';
import type { LocalState } from './local/schemas';
import type { PageAddress } from './page-address';
import { formatPageAddress } from './page-address';

/** Where a link of the app ends here: at a URL, or at a page that only a real site has. */
export type DestinationPlan =
  { readonly kind: 'url'; readonly url: string } | { readonly kind: 'elsewhere'; readonly what: string };

const HOME = { pathname: '/', search: '', hash: '' };

/** Decides where `router.navigate`, `router.open` and links lead. Issues open in the inspector. */
export function planDestination(
  destination: Destination,
  state: LocalState,
  current: PageAddress,
): DestinationPlan {
  return destination.kind === 'url'
    ? planUrl(destination.url, state, current)
    : planTarget(destination.target, destination.parameters, { state, current });
}

function planUrl(url: string, state: LocalState, current: PageAddress): DestinationPlan {
  const site = new URL(state.organization.siteUrl);
  const target = new URL(url, site);
  if (target.origin !== site.origin) return { kind: 'url', url: target.href };
  const issue = /^\/browse\/([^/]+)$/.exec(target.pathname)?.[1];
  if (issue !== undefined) return issuePage(issue);
  const page = state.modules.find((module) => target.pathname.split('/').includes(module.key));
  if (page === undefined) return { kind: 'elsewhere', what: target.pathname };
  return modulePage(page.key, state, current);
}

function planTarget(
  target: string,
  parameters: Readonly<Record<string, unknown>>,
  { state, current }: { state: LocalState; current: PageAddress },
): DestinationPlan {
  const { moduleKey, issueKey } = parameters;
  if (target === 'module' && typeof moduleKey === 'string') return modulePage(moduleKey, state, current);
  if (target === 'issue' && typeof issueKey === 'string') return issuePage(issueKey);
  return { kind: 'elsewhere', what: `the ${target} page` };
}

function modulePage(moduleKey: string, state: LocalState, current: PageAddress): DestinationPlan {
  const module = state.modules.find((one) => one.key === moduleKey);
  if (module === undefined) return { kind: 'elsewhere', what: `the module ${moduleKey}` };
  const address = { ...current, moduleKey, location: HOME };
  return { kind: 'url', url: formatPageAddress(address, module.place === 'global') };
}

function issuePage(key: string): DestinationPlan {
  return { kind: 'url', url: `/__local/ui?tab=issues&q=${encodeURIComponent(key)}` };
}
