import type { ComponentType } from 'react';
import type { GlyphProps } from './glyph-props';
import { UnknownNode } from './unknown-node';

interface IconModule {
  readonly default: ComponentType<GlyphProps> | { readonly default: ComponentType<GlyphProps> };
}

const modules = import.meta.glob<IconModule>('../../../../node_modules/@atlaskit/icon/core/*.js', {
  eager: true,
});
const icons = new Map<string, ComponentType<GlyphProps>>();
for (const [path, module] of Object.entries(modules)) {
  const name = path.slice(path.lastIndexOf('/') + 1, -'.js'.length);
  // Atlaskit's icon files are CommonJS: the component may sit one `default` deeper.
  icons.set(name, 'default' in module.default ? module.default.default : module.default);
}

/** The icon of Atlaskit's current set named `glyph`. Names of the set before it count as unknown. */
export function Glyph({ glyph, ...props }: GlyphProps & { readonly glyph: string }) {
  const Shown = icons.get(glyph);
  return Shown === undefined ? <UnknownNode name={`Icon ${glyph}`} /> : <Shown {...props} />;
}
