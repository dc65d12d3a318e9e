import type { ForgeDoc } from '../doc/forge-doc';
import type { AppHistory } from './app-history';
import type { EventBus } from './event-bus';
import type { ShownFlag } from './flags';

/** Where a link or `router` call leads: an address, or one of `NavigationTarget` with its parameters. */
export type Destination =
  | { readonly kind: 'url'; readonly url: string }
  | {
      readonly kind: 'target';
      readonly target: string;
      readonly parameters: Readonly<Record<string, unknown>>;
    };

/** An answer of a product's REST interface, as `requestJira` of `@forge/bridge` unpacks it. */
export interface ProductReply {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What the page offers to the app that runs in it. */
export interface BridgeHost {
  readonly events: EventBus;
  readonly history: AppHistory;
  reconcile(doc: ForgeDoc): void;
  fail(error: unknown): void;
  context(): Promise<unknown>;
  invoke(resolver: string, payload: unknown): Promise<unknown>;
  requestProduct(request: {
    product: string;
    path: string;
    method: string;
    body: string | null;
  }): Promise<ProductReply>;
  showFlag(flag: ShownFlag): void;
  closeFlag(id: string | number): boolean;
  urlOf(destination: Destination): string | null;
  go(destination: Destination, where: 'same-tab' | 'new-tab'): void;
  reload(): void;
  setTitle(title: string): void;
}
