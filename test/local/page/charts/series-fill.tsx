/** Fills that can be told apart without colour: each series of a stack has its own pattern over its colour. */
const PATTERNS = [
  '',
  'M0 8 L8 0',
  'M0 4 H8',
  'M4 0 V8',
  'M0 0 L8 8',
  'M2 2 h1 v1 h-1 z M6 6 h1 v1 h-1 z',
  'M0 4 H8 M4 0 V8',
  'M0 0 L8 8 M0 8 L8 0',
];

/** The value for `fill` of the series at `index`. */
export function fillOf(chartId: string, index: number): string {
  return `url(#${chartId}-${String(index)})`;
}

/** Defines the fills of a chart. Goes inside its SVG, or any other SVG of the page. */
export function SeriesFills({ chartId, colors }: { chartId: string; colors: readonly string[] }) {
  return (
    <defs>
      {colors.map((color, index) => (
        <pattern
          key={index}
          id={`${chartId}-${String(index)}`}
          width="8"
          height="8"
          patternUnits="userSpaceOnUse"
        >
          <rect width="8" height="8" fill={color} />
          <path
            d={PATTERNS[index % PATTERNS.length]}
            stroke="white"
            strokeOpacity="0.55"
            strokeWidth="1.2"
            fill="none"
          />
        </pattern>
      ))}
    </defs>
  );
}
