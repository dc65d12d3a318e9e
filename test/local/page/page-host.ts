import { z } from 'zod';
import type { AppHistory } from './bridge/app-history';
import type { BridgeHost, Destination, ProductReply } from './bridge/bridge-host';
import { EventBus } from './bridge/event-bus';
import type { ShownFlag } from './bridge/flags';
import { Flags } from './bridge/flags';
import { Observable } from './bridge/observable';
import { planDestination } from './destination';
import type { ForgeDoc } from './doc/forge-doc';
import { SnapshotTaker } from './doc/snapshot';
import { callLocal, readLocal } from './local/local-api';
import type { LocalState } from './local/schemas';
import { invokedSchema } from './local/schemas';
import type { Session } from './session';
import { fullAddress } from './session';
import { themeState } from './theme';
import type { ColorMode } from './theme';

const productSchema = z.object({
  status: z.number(),
  statusText: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
});

/** What the page lets the app do: everything ends in a call of the local Atlassian or in what the page shows. */
export class PageHost implements BridgeHost {
  readonly events = new EventBus();
  readonly flags = new Flags();
  readonly doc = new Observable<ForgeDoc | null>(null);
  readonly failure = new Observable<string | null>(null);
  readonly colorMode: Observable<ColorMode>;
  private readonly snapshots = new SnapshotTaker();

  constructor(
    readonly state: LocalState,
    readonly session: Session,
    readonly history: AppHistory,
    colorMode: ColorMode,
  ) {
    this.colorMode = new Observable(colorMode);
  }

  reconcile(doc: ForgeDoc): void {
    if (doc.type === 'Root') this.doc.set(this.snapshots.take(doc));
  }

  fail(error: unknown): void {
    this.failure.set(error instanceof Error ? error.message : String(error));
  }

  async context(): Promise<unknown> {
    const { person, module } = this.session;
    const query = new URLSearchParams({ accountId: person.accountId, moduleKey: module.key });
    const context = await readLocal(
      z.record(z.string(), z.unknown()),
      `/__local/context?${query.toString()}`,
    );
    return { ...context, theme: themeState(this.colorMode.get()) };
  }

  async invoke(resolver: string, payload: unknown): Promise<unknown> {
    const { person, module } = this.session;
    const call = { accountId: person.accountId, moduleKey: module.key, resolver, payload };
    return (await callLocal(invokedSchema, '/__local/invoke', call)).result;
  }

  requestProduct(request: {
    product: string;
    path: string;
    method: string;
    body: string | null;
  }): Promise<ProductReply> {
    return callLocal(productSchema, '/__local/product', {
      ...request,
      accountId: this.session.person.accountId,
    });
  }

  showFlag(flag: ShownFlag): void {
    this.flags.show(flag);
  }

  closeFlag(id: string | number): boolean {
    return this.flags.close(id);
  }

  urlOf(destination: Destination): string | null {
    const plan = this.plan(destination);
    return plan.kind === 'elsewhere' ? null : new URL(plan.url, window.location.href).href;
  }

  go(destination: Destination, where: 'same-tab' | 'new-tab'): void {
    const plan = this.plan(destination);
    if (plan.kind === 'elsewhere') this.sayElsewhere(plan.what);
    else if (where === 'new-tab') window.open(plan.url, '_blank', 'noopener');
    else window.location.assign(plan.url);
  }

  reload(): void {
    window.location.reload();
  }

  setTitle(title: string): void {
    document.title = title;
  }

  /** Says that a page of Atlassian's is not there. */
  sayElsewhere(what: string): void {
    this.flags.show({
      id: 'elsewhere',
      title: 'Not part of the local Atlassian',
      description: `On a real site this opens ${what}.`,
      type: 'info',
      isAutoDismiss: true,
    });
  }

  private plan(destination: Destination) {
    return planDestination(destination, this.state, fullAddress(this.session));
  }
}
