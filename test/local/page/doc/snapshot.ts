import type { ForgeDoc } from './forge-doc';

/**
 * Freezes a document that the app's reconciler keeps changing in place. A node that has not changed gives the
 * very same object again, so that React skips whole branches that are as they were.
 */
export class SnapshotTaker {
  private readonly taken = new WeakMap<ForgeDoc, { sourceProps: unknown; snapshot: ForgeDoc }>();

  take(node: ForgeDoc): ForgeDoc {
    const children = node.children.map((child) => this.take(child));
    const before = this.taken.get(node);
    if (
      before !== undefined &&
      before.sourceProps === node.props &&
      isSame(before.snapshot, node, children)
    ) {
      return before.snapshot;
    }
    // A text node's props are changed in place, every other node's are replaced: copy, to compare with later.
    const snapshot: ForgeDoc = { type: node.type, key: node.key, props: { ...node.props }, children };
    this.taken.set(node, { sourceProps: node.props, snapshot });
    return snapshot;
  }
}

function isSame(before: ForgeDoc, now: ForgeDoc, children: readonly ForgeDoc[]): boolean {
  return (
    before.props['text'] === now.props['text'] &&
    before.children.length === children.length &&
    before.children.every((child, index) => child === children[index])
  );
}
