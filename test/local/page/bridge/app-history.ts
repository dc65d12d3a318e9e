import type { AppLocation, PageAddress } from '../page-address';
import { formatPageAddress, parseAppPath, parsePageAddress } from '../page-address';

type Action = 'POP' | 'PUSH' | 'REPLACE';
type Listener = (location: AppLocation, action: Action) => void;
type To = string | Partial<AppLocation>;

/** What `view.createHistory()` resolves to: the `history` package's version 4, which is what Forge hands out. */
export interface AppHistory {
  /** Not read-only: `@forge/bridge` sets it at each move. */
  location: AppLocation;
  readonly action: Action;
  push(to: To): void;
  replace(to: To): void;
  go(steps: number): void;
  goBack(): void;
  goForward(): void;
  createHref(to: To): string;
  listen(listener: Listener): () => void;
}

/** The part of the browser's window that a history needs. */
export interface HistoryWindow {
  readonly location: { readonly href: string };
  readonly history: Pick<History, 'pushState' | 'replaceState' | 'go'>;
  addEventListener(type: 'popstate', listener: () => void): void;
}

/** Keeps the app's location in the page's own URL, behind the module's address, so that a reload keeps it. */
export class PageHistory implements AppHistory {
  action: Action = 'POP';
  location: AppLocation;
  private readonly listeners = new Set<Listener>();

  constructor(
    private readonly window: HistoryWindow,
    private readonly isGlobalPage: boolean,
  ) {
    this.location = this.address().location;
    window.addEventListener('popstate', () => this.changed('POP'));
  }

  readonly push = (to: To): void => {
    this.window.history.pushState(null, '', this.createHref(to));
    this.changed('PUSH');
  };

  readonly replace = (to: To): void => {
    this.window.history.replaceState(null, '', this.createHref(to));
    this.changed('REPLACE');
  };

  readonly go = (steps: number): void => this.window.history.go(steps);
  readonly goBack = (): void => this.go(-1);
  readonly goForward = (): void => this.go(1);

  readonly createHref = (to: To): string => {
    const location = typeof to === 'string' ? parseAppPath(to) : { ...this.location, ...to };
    return formatPageAddress({ ...this.address(), location }, this.isGlobalPage);
  };

  readonly listen = (listener: Listener): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private address(): PageAddress {
    return parsePageAddress(new URL(this.window.location.href));
  }

  private changed(action: Action): void {
    this.action = action;
    this.location = this.address().location;
    for (const listener of [...this.listeners]) listener(this.location, action);
  }
}
