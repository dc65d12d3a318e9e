import { describe, expect, it } from 'vitest';
import type { ForgeDoc } from '../../local/page/doc/forge-doc';
import { slotNodes, textOf } from '../../local/page/doc/forge-doc';
import { SnapshotTaker } from '../../local/page/doc/snapshot';

interface Doc extends ForgeDoc {
  props: Record<string, unknown>;
  children: Doc[];
}

let keys = 0;
function aDoc(type: string, props: Record<string, unknown> = {}, children: Doc[] = []): Doc {
  keys += 1;
  return { type, key: `k${String(keys)}`, props, children };
}

const aText = (text: string) => aDoc('String', { text });

describe('snapshots of a document that changes in place', () => {
  it('gives the same object again while nothing has changed', () => {
    const doc = aDoc('Root', {}, [aDoc('Text', {}, [aText('Hello')])]);
    const taker = new SnapshotTaker();
    expect(taker.take(doc)).toBe(taker.take(doc));
  });

  it('sees a text that was changed in place', () => {
    const text = aText('before');
    const doc = aDoc('Root', {}, [text]);
    const taker = new SnapshotTaker();
    const before = taker.take(doc);
    text.props['text'] = 'after';
    expect([before.children[0]?.props['text'], taker.take(doc).children[0]?.props['text']]).toEqual([
      'before',
      'after',
    ]);
  });

  it('keeps the branches that a change does not touch', () => {
    const still = aDoc('Text', {}, [aText('still')]);
    const doc = aDoc('Root', {}, [still, aDoc('Text', {}, [aText('one')])]);
    const taker = new SnapshotTaker();
    const before = taker.take(doc);
    doc.children.push(aDoc('Text'));
    const after = taker.take(doc);
    expect(after).not.toBe(before);
    expect(after.children[0]).toBe(before.children[0]);
  });

  it('sees props that were replaced', () => {
    const button = aDoc('Button', { isDisabled: false });
    const doc = aDoc('Root', {}, [button]);
    const taker = new SnapshotTaker();
    taker.take(doc);
    button.props = { isDisabled: true };
    expect(taker.take(doc).children[0]?.props['isDisabled']).toBe(true);
  });
});

describe('parts of a document', () => {
  it('reads text from nodes that are all text', () => {
    expect(textOf([aText('12'), aText(' seats')])).toBe('12 seats');
  });

  it('reads no text where something else is among it', () => {
    expect(textOf([aText('12'), aDoc('Badge')])).toBeUndefined();
  });

  it('finds the children of a named slot', () => {
    const trigger = aDoc('Button');
    const slots = [
      aDoc('ContentWrapper', { name: 'content' }),
      aDoc('ContentWrapper', { name: 'trigger' }, [trigger]),
    ];
    expect(slotNodes(slots, 'trigger')).toEqual([trigger]);
  });
});
