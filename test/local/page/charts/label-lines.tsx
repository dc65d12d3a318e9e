import { token } from '@atlaskit/tokens';
import { wrapLabel } from './wrap-label';

/** Pixels that a letter of a label takes on average, at 12 px. */
const LETTER = 6.4;
const LINE_HEIGHT = 14;

interface LinesProps {
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** Lines of text in an SVG. */
export function LabelLines({ lines, x, y, anchor }: LinesProps) {
  return (
    <text x={x} y={y} textAnchor={anchor} fontSize={12} fill={token('color.text.subtle')}>
      {lines.map((line, index) => (
        <tspan key={index} x={x} dy={index === 0 ? 4 : LINE_HEIGHT}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

interface TickProps {
  readonly x?: number | string;
  readonly y?: number | string;
  readonly width?: number | string;
  readonly visibleTicksCount?: number;
  readonly payload?: { readonly value?: string | number };
}

/** An axis label that breaks between words, so that neighbours do not overlap. */
export function WordTick({ x, y, width, visibleTicksCount, payload }: TickProps) {
  const room = Number(width) / Math.max(1, visibleTicksCount ?? 1);
  const lines = wrapLabel(String(payload?.value ?? ''), Math.max(4, Math.floor(room / LETTER)));
  return <LabelLines lines={lines} x={Number(x)} y={Number(y) + 6} anchor="middle" />;
}
