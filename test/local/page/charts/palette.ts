import { token } from '@atlaskit/tokens';

/** `colorPalette` of UI Kit charts: colours in order, or by category. */
export type Palette = readonly (string | { readonly key: string; readonly value: string })[];

const CATEGORICAL = [
  token('color.chart.categorical.1'),
  token('color.chart.categorical.2'),
  token('color.chart.categorical.3'),
  token('color.chart.categorical.4'),
  token('color.chart.categorical.5'),
  token('color.chart.categorical.6'),
  token('color.chart.categorical.7'),
  token('color.chart.categorical.8'),
];

/** The colour of the series at `index`, from the app's palette where it says one. */
export function colorOf(name: string, index: number, palette?: Palette): string {
  const named = palette?.find((entry) => typeof entry === 'object' && entry.key === name);
  if (typeof named === 'object') return toCss(named.value);
  const inOrder = palette?.filter((entry) => typeof entry === 'string') ?? [];
  const chosen = inOrder.length === 0 ? undefined : inOrder[index % inOrder.length];
  return chosen === undefined ? (CATEGORICAL[index % CATEGORICAL.length] ?? 'currentColor') : toCss(chosen);
}

/** Palettes may name design tokens (`color.chart.blue.bold`) or give CSS colours. */
function toCss(color: string): string {
  return color.startsWith('color.')
    ? `var(--ds-${color.slice('color.'.length).replaceAll('.', '-')})`
    : color;
}
