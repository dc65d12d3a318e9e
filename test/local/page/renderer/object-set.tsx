import type { ComponentType } from 'react';
import type { AtlassianTileProps } from '@atlaskit/forge-react-types';
import { UnknownNode } from './unknown-node';

interface Shown {
  readonly label?: string | undefined;
  readonly size?: AtlassianTileProps['size'] | undefined;
  readonly isBold?: boolean | undefined;
  readonly testId?: string | undefined;
}

type Modules = Record<string, { readonly default: ComponentType<Shown> }>;

const icons: Modules = import.meta.glob(
  '../../../../node_modules/@atlaskit/object/dist/esm/components/object/components/*.js',
  { eager: true },
);
const tiles: Modules = import.meta.glob(
  '../../../../node_modules/@atlaskit/object/dist/esm/components/object-tile/components/*.js',
  { eager: true },
);

const sets = { icon: byName(icons), tile: byName(tiles) };

function byName(modules: Modules): ReadonlyMap<string, ComponentType<Shown>> {
  return new Map(
    Object.entries(modules).map(([path, module]) => [
      path.slice(path.lastIndexOf('/') + 1, -'.js'.length),
      module.default,
    ]),
  );
}

/** An icon or tile for a kind of Atlassian content: a page, a bug, a pull request, … */
export function ObjectGlyph({ glyph, shape, ...props }: Shown & { glyph: string; shape: 'icon' | 'tile' }) {
  const Found = sets[shape].get(glyph);
  return Found === undefined ? <UnknownNode name={`Atlassian ${shape} ${glyph}`} /> : <Found {...props} />;
}
