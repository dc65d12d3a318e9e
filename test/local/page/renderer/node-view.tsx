import { memo } from 'react';
import type { ForgeDoc } from '../doc/forge-doc';
import { docsOf } from '../doc/element-doc';
import { components } from './components';
import type { NodeComponent, View } from './node-props';
import { withUiEvents } from './ui-event';
import { UnknownNode } from './unknown-node';

const view: View = {
  nodes: (nodes) => nodes.map((node) => <NodeView key={node.key} node={node} />),
  element: (value) => view.nodes(docsOf(value)),
};

function find(type: string): NodeComponent<unknown> | undefined {
  if (!Object.hasOwn(components, type)) return undefined;
  // The app was compiled against the very types that each component declares for its props.
  return components[type] as NodeComponent<unknown> | undefined;
}

/** Renders one node of a UI Kit document, and with it its branch. */
export const NodeView = memo(function NodeView({ node }: { node: ForgeDoc }) {
  if (node.type === 'String') return <>{String(node.props['text'])}</>;
  const Component = find(node.type);
  if (Component === undefined) return <UnknownNode name={node.type} />;
  return (
    <Component props={withUiEvents(node.props)} nodes={node.children} view={view}>
      {view.nodes(node.children)}
    </Component>
  );
});
