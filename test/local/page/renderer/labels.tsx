import type { BadgeProps, CodeBlockProps, CodeProps, LozengeProps } from '@atlaskit/forge-react-types';
import type { TagGroupProps } from '@atlaskit/forge-react-types';
import type { ComponentProps } from 'react';
import { lazy, Suspense } from 'react';
import AtlaskitBadge from '@atlaskit/badge';
import { Code as AtlaskitCode } from '@atlaskit/code';
import AtlaskitLozenge from '@atlaskit/lozenge';
import { RemovableTag } from '@atlaskit/tag';
import AtlaskitTagGroup from '@atlaskit/tag-group';
import { textOf } from '../doc/forge-doc';
import type { NodeProps } from './node-props';

// The syntax highlighter is large and only few pages show code.
const AtlaskitCodeBlock = lazy(() => import('@atlaskit/code/block'));

export function Badge({ props, nodes, children }: NodeProps<Omit<BadgeProps, 'children'>>) {
  const text = textOf(nodes);
  const count = text === undefined || text === '' ? Number.NaN : Number(text);
  return <AtlaskitBadge {...props}>{Number.isNaN(count) ? (text ?? children) : count}</AtlaskitBadge>;
}

export function Lozenge({ props, children }: NodeProps<Omit<LozengeProps, 'children'>>) {
  return <AtlaskitLozenge {...props}>{children}</AtlaskitLozenge>;
}

export function Code({ props, nodes, children }: NodeProps<Omit<CodeProps, 'children'>>) {
  return <AtlaskitCode {...props}>{textOf(nodes) ?? children}</AtlaskitCode>;
}

export function CodeBlock({ props }: NodeProps<CodeBlockProps>) {
  return (
    <Suspense fallback={<pre>{props.text}</pre>}>
      <AtlaskitCodeBlock {...props} />
    </Suspense>
  );
}

type TagProps = Partial<ComponentProps<typeof RemovableTag>>;

export function Tag({ props: { elemBefore, ...props }, nodes, view }: NodeProps<TagProps>) {
  return (
    <RemovableTag {...props} text={props.text ?? textOf(nodes) ?? ''} elemBefore={view.element(elemBefore)} />
  );
}

export function TagGroup({ props, children }: NodeProps<Omit<TagGroupProps, 'children'>>) {
  return <AtlaskitTagGroup {...props}>{children}</AtlaskitTagGroup>;
}
