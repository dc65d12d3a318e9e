import { createContext, useContext } from 'react';
import type { AppPage } from '../view-models/contract-types';
import type { Filters } from '../view-models/route';

export interface Navigation {
  readonly page: AppPage;
  readonly filters: Filters;
  readonly go: (page: AppPage, filters?: Filters) => void;
  /** Changes filters of this page; an empty value removes one. */
  readonly filter: (changes: Filters) => void;
  /**
   * Finds the link that opens this page with these filters; it gives null where the platform does not tell. Null
   * itself where no address keeps them.
   */
  readonly findLink: (() => Promise<string | null>) | null;
}

export const NavigationContext = createContext<Navigation | null>(null);

export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  if (navigation === null) throw new Error('Navigation is set up before any page shows.');
  return navigation;
}
