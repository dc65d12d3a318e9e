import type { ComponentType } from 'react';
import { lazy, Suspense } from 'react';
import type { AtlassianIconProps, AtlassianTileProps, IconProps } from '@atlaskit/forge-react-types';
import { token } from '@atlaskit/tokens';
import type { GlyphProps } from './glyph-props';
import type { NodeProps } from './node-props';

// All of the icon set is one chunk of its own, fetched when the first icon is shown.
const Glyph = lazy(() => import('./icon-set').then((set) => ({ default: set.Glyph })));
const ObjectGlyph = lazy(() => import('./object-set').then((set) => ({ default: set.ObjectGlyph })));
const known = new Map<string, ComponentType<GlyphProps>>();

/** The icon named `glyph` as a component; the same one each time, so that React keeps it. */
export function iconComponent(glyph: string): ComponentType<GlyphProps> {
  const before = known.get(glyph);
  if (before !== undefined) return before;
  const Icon = (props: GlyphProps) => (
    <Suspense fallback={<span className="icon-space" />}>
      <Glyph glyph={glyph} {...props} />
    </Suspense>
  );
  known.set(glyph, Icon);
  return Icon;
}

export function Icon({ props }: NodeProps<IconProps>) {
  const Shown = iconComponent(props.glyph);
  const color = props.color ?? props.primaryColor;
  return (
    <Shown
      label={props.label}
      {...(color === undefined ? {} : { color: token(color) })}
      size={props.size === 'small' ? 'small' : 'medium'}
    />
  );
}

export function AtlassianIcon({ props }: NodeProps<AtlassianIconProps>) {
  return (
    <Suspense fallback={<span className="icon-space" />}>
      <ObjectGlyph {...props} shape="icon" />
    </Suspense>
  );
}

export function AtlassianTile({ props }: NodeProps<AtlassianTileProps>) {
  return (
    <Suspense fallback={<span className="icon-space" />}>
      <ObjectGlyph {...props} shape="tile" />
    </Suspense>
  );
}
