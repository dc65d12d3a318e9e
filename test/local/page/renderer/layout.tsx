import type { BoxProps, ImageProps, PressableProps } from '@atlaskit/forge-react-types';
import type { BleedProps, HeadingProps, StackProps, TextProps } from '@atlaskit/forge-react-types';
import type { FrameProps, ListProps, TileProps } from '@atlaskit/forge-react-types';
import AtlaskitHeading from '@atlaskit/heading';
import {
  Bleed as AtlaskitBleed,
  Box as AtlaskitBox,
  Inline as AtlaskitInline,
  Pressable as AtlaskitPressable,
  Stack as AtlaskitStack,
  Text as AtlaskitText,
  xcss,
} from '@atlaskit/primitives';
import AtlaskitTile from '@atlaskit/tile';
import type { ComponentProps } from 'react';
import type { NodeProps } from './node-props';

type StyleInput = Parameters<typeof xcss>[0];

/** UI Kit's `xcss` hands the style object over as it is; Atlaskit's turns tokens into CSS. */
function styles(value: unknown): { xcss?: ReturnType<typeof xcss> } {
  return value === undefined ? {} : { xcss: xcss(value as StyleInput) };
}

export function Group({ children }: NodeProps<unknown>) {
  return <>{children}</>;
}

export function Box({ props: { xcss: style, ...props }, children }: NodeProps<Omit<BoxProps, 'children'>>) {
  return (
    <AtlaskitBox {...props} {...styles(style)}>
      {children}
    </AtlaskitBox>
  );
}

export function Pressable({ props, children }: NodeProps<Omit<PressableProps, 'children'>>) {
  const { xcss: style, ...rest } = props;
  return (
    <AtlaskitPressable {...rest} {...styles(style)}>
      {children}
    </AtlaskitPressable>
  );
}

export function Inline({
  props,
  children,
}: NodeProps<Omit<ComponentProps<typeof AtlaskitInline>, 'children'>>) {
  return <AtlaskitInline {...props}>{children}</AtlaskitInline>;
}

export function Stack({ props, children }: NodeProps<Omit<StackProps, 'children'>>) {
  return <AtlaskitStack {...props}>{children}</AtlaskitStack>;
}

export function Bleed({ props, children }: NodeProps<Omit<BleedProps, 'children'>>) {
  return <AtlaskitBleed {...props}>{children}</AtlaskitBleed>;
}

export function Text({ props: { as, ...props }, children }: NodeProps<Omit<TextProps, 'children'>>) {
  if (as === 'strike') {
    return (
      <AtlaskitText {...props}>
        <s>{children}</s>
      </AtlaskitText>
    );
  }
  return (
    <AtlaskitText as={as ?? 'p'} {...props}>
      {children}
    </AtlaskitText>
  );
}

export function Heading({ props, children }: NodeProps<Omit<HeadingProps, 'children'>>) {
  return (
    <AtlaskitHeading {...props} size={props.size ?? 'medium'}>
      {children}
    </AtlaskitHeading>
  );
}

export function Strong({ children }: NodeProps<unknown>) {
  return <strong>{children}</strong>;
}

export function Em({ children }: NodeProps<unknown>) {
  return <em>{children}</em>;
}

export function Strike({ children }: NodeProps<unknown>) {
  return <s>{children}</s>;
}

export function List({ props, children }: NodeProps<ListProps>) {
  return props.type === 'ordered' ? (
    <ol className="uikit-list">{children}</ol>
  ) : (
    <ul className="uikit-list">{children}</ul>
  );
}

export function ListItem({ children }: NodeProps<unknown>) {
  return <li>{children}</li>;
}

const IMAGE_WIDTHS = { xsmall: 16, small: 24, medium: 32, large: 48, xlarge: 96 } as const;

export function Image({ props: { src, alt, size, width, height } }: NodeProps<ImageProps>) {
  const preset = size === undefined ? undefined : IMAGE_WIDTHS[size];
  return <img className="uikit-image" src={src} alt={alt ?? ''} width={width ?? preset} height={height} />;
}

export function Tile({ props, children }: NodeProps<Omit<TileProps, 'children'>>) {
  return <AtlaskitTile {...props}>{children}</AtlaskitTile>;
}

/** The manifest names no resource for a frame, and this is what the platform shows then. */
export function Frame({ props }: NodeProps<FrameProps>) {
  return (
    <div className="uikit-frame" style={{ width: props.width, height: props.height }}>
      Not Found
    </div>
  );
}
