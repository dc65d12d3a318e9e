import { createElement, Fragment } from 'react';
import { describe, expect, it } from 'vitest';
import { docsOf } from '../../local/page/doc/element-doc';

describe('elements that an app puts into a prop', () => {
  it('become nodes, with their own children', () => {
    const [button] = docsOf(createElement('Button', { appearance: 'primary' }, 'Scan'));
    expect(button).toMatchObject({ type: 'Button', props: { appearance: 'primary' } });
    expect(button?.children).toMatchObject([{ type: 'String', props: { text: 'Scan' } }]);
  });

  it('may be text or a list', () => {
    expect(docsOf(['a', 7]).map((doc) => doc.props['text'])).toEqual(['a', '7']);
  });

  it('may be missing', () => {
    expect([docsOf(undefined), docsOf(null), docsOf(false)]).toEqual([[], [], []]);
  });

  it('are unknown when they are components of the app, which cannot cross the bridge', () => {
    function OwnButton() {
      return null;
    }
    expect(docsOf(createElement(OwnButton))[0]?.type).toBe('OwnButton inside a prop');
  });

  it('are unknown when they are fragments', () => {
    expect(docsOf(createElement(Fragment))[0]?.type).toBe('react.fragment inside a prop');
  });
});
