import { describe, expect, it } from 'vitest';
import { withUiEvents } from '../../local/page/renderer/ui-event';

const EVENT = {
  bubbles: true,
  cancelable: false,
  defaultPrevented: false,
  eventPhase: 3,
  isTrusted: true,
  timeStamp: 12,
  type: 'change',
  nativeEvent: {},
  target: { value: 'abc', checked: false, type: 'text', tagName: 'INPUT', parentNode: {} },
};

function handlerOf(props: Record<string, unknown>, name: string): (...values: unknown[]) => unknown {
  const handler = props[name];
  if (typeof handler !== 'function') throw new Error(`${name} is no handler`);
  return (...values) => Reflect.apply(handler, undefined, values) as unknown;
}

describe('event handlers of an app', () => {
  it('get a plain copy of the event, with what UI Kit documents', () => {
    const seen: unknown[] = [];
    const props = withUiEvents({ onChange: (event: unknown) => seen.push(event) });
    handlerOf(props, 'onChange')(EVENT);
    expect(seen).toEqual([
      {
        bubbles: true,
        cancelable: false,
        defaultPrevented: false,
        eventPhase: 3,
        isTrusted: true,
        timeStamp: 12,
        type: 'change',
        target: { value: 'abc', checked: false, type: 'text', tagName: 'INPUT' },
      },
    ]);
  });

  it('get values that are no events as they are', () => {
    const seen: unknown[] = [];
    const option = { label: 'Jira', value: 'jira-software' };
    handlerOf(withUiEvents({ onChange: (...values: unknown[]) => seen.push(values) }), 'onChange')(option, 2);
    expect(seen).toEqual([[option, 2]]);
  });

  it('get no analytics event', () => {
    const seen: unknown[] = [];
    const analytics = { _isUIAnalyticsEvent: true };
    handlerOf(withUiEvents({ onSetPage: (...values: unknown[]) => seen.push(values) }), 'onSetPage')(
      3,
      analytics,
    );
    expect(seen).toEqual([[3]]);
  });

  it('stay the same function from one rendering to the next', () => {
    const onClick = () => undefined;
    expect(withUiEvents({ onClick })['onClick']).toBe(withUiEvents({ onClick })['onClick']);
  });

  it('are told apart from functions that are no handlers', () => {
    const validate = () => undefined;
    expect(withUiEvents({ validate })['validate']).toBe(validate);
  });
});
