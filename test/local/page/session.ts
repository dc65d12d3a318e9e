import type { LocalState, PageModule, Person } from './local/schemas';
import type { PageAddress } from './page-address';

/** Whom the page acts as and which module it shows. */
export interface Session {
  readonly address: PageAddress;
  readonly module: PageModule;
  readonly person: Person;
  /** Key of the persona, or null for an account that is none. */
  readonly personaKey: string | null;
}

/** The module that the address names, else the plain administration page. */
export function chooseModule(state: LocalState, address: PageAddress): PageModule {
  const named = state.modules.find((module) => module.key === address.moduleKey);
  const found = named ?? state.modules.find((module) => module.place === 'admin') ?? state.modules[0];
  if (found === undefined) throw new Error('The manifest names no page.');
  return found;
}

/**
 * The persona or account that the address names, else the first persona. `find` looks up accounts that are no
 * persona.
 */
export async function choosePerson(
  state: LocalState,
  as: string | null,
  find: (accountId: string) => Promise<Person | undefined>,
): Promise<{ person: Person; personaKey: string | null }> {
  const persona = state.personas.find((one) => one.key === as || one.accountId === as);
  if (persona !== undefined) return { person: persona, personaKey: persona.key };
  const other = as === null ? undefined : await find(as);
  if (other !== undefined) return { person: other, personaKey: null };
  const first = state.personas[0];
  if (first === undefined) throw new Error('The organization has no personas.');
  return { person: first, personaKey: first.key };
}

/** The address of the session in full, so that the URL says who acts where. */
export function fullAddress(session: Session): PageAddress {
  return {
    ...session.address,
    moduleKey: session.module.key,
    as: session.personaKey ?? session.person.accountId,
  };
}
