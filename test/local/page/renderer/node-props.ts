import type { ReactNode } from 'react';
import type { ForgeDoc } from '../doc/forge-doc';

/** Renders parts of the tree for a component that places them itself. */
export interface View {
  /** Document nodes, each with its key. */
  nodes(nodes: readonly ForgeDoc[]): ReactNode[];
  /** React elements that the app put into a prop. */
  element(value: unknown): ReactNode[];
}

/** What each UI Kit component of the page gets. `props` has no `children`: those are `nodes`, or rendered `children`. */
export interface NodeProps<P> {
  readonly props: P;
  readonly nodes: readonly ForgeDoc[];
  readonly children: ReactNode[];
  readonly view: View;
}

export type NodeComponent<P> = (props: NodeProps<P>) => ReactNode;

/** Components by the node type that they render. */
export type NodeComponents = Readonly<Record<string, NodeComponent<never>>>;
