type Callback = (payload?: unknown) => unknown;

/** `events.emit` / `events.on` of `@forge/bridge`, and realtime channels, within this one page. */
export class EventBus {
  private readonly callbacks = new Map<string, Set<Callback>>();

  on(event: string, callback: Callback): { unsubscribe: () => void } {
    const known = this.callbacks.get(event) ?? new Set<Callback>();
    this.callbacks.set(event, known.add(callback));
    return { unsubscribe: () => void known.delete(callback) };
  }

  emit(event: string, payload: unknown): void {
    for (const callback of [...(this.callbacks.get(event) ?? [])]) void callback(payload);
  }
}
