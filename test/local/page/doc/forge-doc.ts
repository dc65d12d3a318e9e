/**
 * The document that `@forge/react` hands over at each `reconcile`: plain objects, changed in place between two
 * calls. `key` stays the same for as long as the node lives.
 */
export interface ForgeDoc {
  readonly type: string;
  readonly key: string;
  readonly props: Readonly<Record<string, unknown>>;
  readonly children: readonly ForgeDoc[];
}

/** True for anything that has the shape of a document node. */
export function isForgeDoc(value: unknown): value is ForgeDoc {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    typeof value.type === 'string' &&
    'children' in value &&
    Array.isArray(value.children)
  );
}

/** The text of nodes that are all text, or undefined when something else is among them. */
export function textOf(nodes: readonly ForgeDoc[]): string | undefined {
  const parts: string[] = [];
  for (const node of nodes) {
    if (node.type !== 'String') return undefined;
    parts.push(String(node.props['text']));
  }
  return parts.join('');
}

/** Children of the wrapper named `name`: how `@forge/react` carries slots such as a popup's trigger. */
export function slotNodes(nodes: readonly ForgeDoc[], name: string): readonly ForgeDoc[] {
  const wrapper = nodes.find((node) => node.type === 'ContentWrapper' && node.props['name'] === name);
  return wrapper?.children ?? [];
}
