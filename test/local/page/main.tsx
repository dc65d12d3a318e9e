import './libraries';
import { createRoot } from 'react-dom/client';
import { PageHistory } from './bridge/app-history';
import { createBridge } from './bridge/call-bridge';
import { readLocal } from './local/local-api';
import { stateSchema } from './local/schemas';
import { formatPageAddress, parsePageAddress } from './page-address';
import { PageHost } from './page-host';
import { PageView } from './page-view';
import { PeopleDirectory } from './people/people-directory';
import { PeopleContext } from './people/use-person';
import { chooseModule, choosePerson, fullAddress } from './session';
import { applyColorMode, initialColorMode } from './theme';

declare global {
  var __bridge: ReturnType<typeof createBridge> | undefined;
}

const people = new PeopleDirectory();
// A glob, because a plain import of an app that is not there would fail the build.
const apps = import.meta.glob(['../../../static/admin/index.tsx', './demo/index.tsx']);
const ENTRIES = { seattrace: '../../../static/admin/index.tsx', gallery: './demo/index.tsx' };

async function openHost(): Promise<PageHost> {
  // Read before the address is rewritten: `?theme=` is asked for once and then remembered.
  const colorMode = initialColorMode();
  const state = await readLocal(stateSchema, '/__local/state');
  const address = parsePageAddress(new URL(window.location.href));
  const chosen = await choosePerson(state, address.as, (accountId) => people.find(accountId));
  const session = { address, module: chooseModule(state, address), ...chosen };
  const isGlobal = session.module.place === 'global';
  window.history.replaceState(null, '', formatPageAddress(fullAddress(session), isGlobal));
  document.title = `${session.module.title} - Jira`;
  return new PageHost(state, session, new PageHistory(window, isGlobal), colorMode);
}

async function start(root: HTMLElement): Promise<void> {
  const host = await openHost();
  await applyColorMode(host.colorMode.get());
  // In place before the app's bundle is loaded: `@forge/bridge` reads it while its modules load.
  globalThis.__bridge = createBridge(host);
  createRoot(root).render(
    <PeopleContext.Provider value={people}>
      <PageView host={host} />
    </PeopleContext.Provider>,
  );
  const load = apps[ENTRIES[host.session.address.app]];
  if (load === undefined) host.fail('static/admin/index.tsx does not exist in this build.');
  else await load().catch((error: unknown) => host.fail(error));
}

const root = document.getElementById('page');
if (root !== null) {
  start(root).catch((error: unknown) => {
    root.textContent = `The local page cannot start: ${error instanceof Error ? error.message : String(error)}`;
  });
}
