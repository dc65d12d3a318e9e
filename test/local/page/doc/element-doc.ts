import { isValidElement } from 'react';
import type { ForgeDoc } from './forge-doc';

/**
 * Turns React elements that sit in a prop (`primaryAction`, `emptyView`, `content`, …) into document nodes.
 * The app's reconciler never sees these, so on the platform only elements of UI Kit components get across;
 * a component of the app, or a fragment, becomes a node of an unknown type.
 */
export function docsOf(value: unknown, path = 'prop'): ForgeDoc[] {
  if (value === null || value === undefined || typeof value === 'boolean') return [];
  if (typeof value === 'string' || typeof value === 'number') return [textDoc(String(value), path)];
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => docsOf(item, `${path}.${String(index)}`));
  }
  if (isValidElement<Record<string, unknown>>(value)) return [elementDoc(value, path)];
  return [unknownDoc(typeof value, path)];
}

interface ElementLike {
  readonly type: unknown;
  readonly key: string | null;
  readonly props: Readonly<Record<string, unknown>>;
}

function elementDoc(element: ElementLike, path: string): ForgeDoc {
  const { children, ...props } = element.props;
  if (typeof element.type !== 'string') return unknownDoc(nameOf(element.type), path);
  return { type: element.type, key: element.key ?? path, props, children: docsOf(children, `${path}>`) };
}

function textDoc(text: string, key: string): ForgeDoc {
  return { type: 'String', key, props: { text }, children: [] };
}

function unknownDoc(name: string, key: string): ForgeDoc {
  return { type: `${name} inside a prop`, key, props: {}, children: [] };
}

function nameOf(type: unknown): string {
  if (typeof type === 'function') return type.name === '' ? 'component' : type.name;
  return typeof type === 'symbol' ? (type.description ?? 'symbol') : typeof type;
}
