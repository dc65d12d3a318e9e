/**
 * What UI Kit gives to an event handler: a plain copy, because the real thing crosses from the product's window
 * to the app's. Fields as in `SerialisableEvent` of `@atlaskit/forge-react-types`.
 */
export interface UiEvent {
  readonly bubbles: boolean;
  readonly cancelable: boolean;
  readonly defaultPrevented: boolean;
  readonly eventPhase: number;
  readonly isTrusted: boolean;
  readonly timeStamp: number;
  readonly type: string;
  readonly target: Readonly<Record<string, unknown>>;
}

const TARGET_FIELDS = ['value', 'checked', 'name', 'id', 'tagName', 'type', 'selectionStart', 'selectionEnd'];

type Handler = (...values: unknown[]) => unknown;
const wrapped = new WeakMap<Handler, Handler>();

/** Props in which every `on…` handler gets plain values: events copied, analytics arguments left out. */
export function withUiEvents(props: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(props)) {
    result[name] = isHandler(value) && /^on[A-Z]/.test(name) ? wrap(value) : value;
  }
  return result;
}

function isHandler(value: unknown): value is Handler {
  return typeof value === 'function';
}

function wrap(handler: Handler): Handler {
  const known = wrapped.get(handler);
  if (known !== undefined) return known;
  const wrapper: Handler = (...values) =>
    handler(...values.filter((value) => !isAnalyticsEvent(value)).map(toUiValue));
  wrapped.set(handler, wrapper);
  return wrapper;
}

function toUiValue(value: unknown): unknown {
  return isEvent(value) ? toUiEvent(value) : value;
}

interface EventLike extends Omit<UiEvent, 'target'> {
  readonly target: unknown;
}

function isEvent(value: unknown): value is EventLike {
  return (
    typeof value === 'object' &&
    value !== null &&
    'target' in value &&
    'timeStamp' in value &&
    'type' in value
  );
}

/** Atlaskit adds an analytics event to most callbacks; it never reaches a Forge app. */
function isAnalyticsEvent(value: unknown): boolean {
  return typeof value === 'object' && value !== null && '_isUIAnalyticsEvent' in value;
}

/** Copies a React or DOM event into the plain object that UI Kit handlers get. */
export function toUiEvent(event: EventLike): UiEvent {
  return {
    bubbles: event.bubbles,
    cancelable: event.cancelable,
    defaultPrevented: event.defaultPrevented,
    eventPhase: event.eventPhase,
    isTrusted: event.isTrusted,
    timeStamp: event.timeStamp,
    type: event.type,
    target: copyFields(event.target),
  };
}

function copyFields(target: unknown): Readonly<Record<string, unknown>> {
  if (typeof target !== 'object' || target === null) return {};
  const source = new Map<string, unknown>();
  for (const field of TARGET_FIELDS) {
    const value: unknown = Reflect.get(target, field);
    if (value !== undefined) source.set(field, value);
  }
  return Object.fromEntries(source);
}
