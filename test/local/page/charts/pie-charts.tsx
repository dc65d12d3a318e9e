import { Cell, Pie, PieChart, Tooltip } from 'recharts';
import { token } from '@atlaskit/tokens';
import type { Accessor } from './chart-data';
import { toSlices } from './chart-data';
import type { ChartFrameProps } from './chart-frame';
import { ChartFrame } from './chart-frame';
import { LabelLines } from './label-lines';
import { wrapLabel } from './wrap-label';
import type { Palette } from './palette';
import { colorOf } from './palette';
import { SlicesTable } from './series-table';

export interface PieNodeProps extends ChartFrameProps {
  readonly data: readonly unknown[];
  readonly colorAccessor: Accessor;
  readonly valueAccessor: Accessor;
  readonly labelAccessor: Accessor;
  readonly showMarkLabels?: boolean;
  readonly colorPalette?: Palette;
  readonly innerRadius?: number;
  readonly outerRadius?: number;
}

/** A pie, or with a hole a donut. The legend carries each number, so that it can be read without the colours. */
export function SlicesChart({ props, isDonut }: { readonly props: PieNodeProps; readonly isDonut: boolean }) {
  const slices = toSlices(props.data, props.labelAccessor, props.valueAccessor);
  const colors = slices.map((slice, index) => colorOf(slice.name, index, props.colorPalette));
  const legend = slices.map((slice, index) => ({
    name: `${slice.name}: ${slice.value.toLocaleString('en-GB')} (${percent(slice.share)})`,
    fill: colors[index] ?? 'currentColor',
  }));
  return (
    <ChartFrame frame={props} legend={legend} table={<SlicesTable slices={slices} caption={props.title} />}>
      <PieChart
        margin={
          props.showMarkLabels === true
            ? { top: 28, right: 120, bottom: 28, left: 120 }
            : { top: 8, right: 8, bottom: 8, left: 8 }
        }
      >
        <Tooltip
          contentStyle={{
            background: token('elevation.surface.overlay'),
            border: `1px solid ${token('color.border')}`,
          }}
          itemStyle={{ color: token('color.text') }}
        />
        <Pie
          data={slices.map((slice) => ({ ...slice }))}
          dataKey="value"
          nameKey="name"
          innerRadius={isDonut ? (props.innerRadius ?? '58%') : 0}
          outerRadius={props.outerRadius ?? '92%'}
          stroke={token('elevation.surface')}
          strokeWidth={2}
          isAnimationActive={false}
          labelLine={false}
          label={props.showMarkLabels === true ? markLabel : shareLabel}
        >
          {slices.map((slice, index) => (
            <Cell key={slice.name} fill={colors[index] ?? 'currentColor'} />
          ))}
        </Pie>
      </PieChart>
    </ChartFrame>
  );
}

function percent(share: number): string {
  return `${String(Math.round(share * 100))} %`;
}

interface Mark {
  readonly x?: number | string;
  readonly y?: number | string;
  readonly textAnchor?: string;
  readonly name?: string | number | undefined;
}

/** The slice's name beside it, on as many lines as it needs. */
function markLabel({ x, y, textAnchor, name }: Mark) {
  const anchor = textAnchor === 'end' || textAnchor === 'middle' ? textAnchor : 'start';
  return <LabelLines lines={wrapLabel(String(name), 16)} x={Number(x)} y={Number(y)} anchor={anchor} />;
}

interface ShareMark {
  readonly cx?: number | string;
  readonly cy?: number | string;
  readonly midAngle?: number | undefined;
  readonly innerRadius?: number | string;
  readonly outerRadius?: number | string;
  readonly percent?: number | undefined;
}

/** The slice's share inside it, which finds its line in the legend without the colour. Left out where it is thin. */
function shareLabel({ cx, cy, midAngle, innerRadius, outerRadius, percent: share }: ShareMark) {
  if (share === undefined || midAngle === undefined || share < 0.06) return null;
  const inner = Number(innerRadius);
  const radius = inner + (Number(outerRadius) - inner) * (inner === 0 ? 0.66 : 0.5);
  const angle = (-midAngle * Math.PI) / 180;
  const [x, y] = [Number(cx) + radius * Math.cos(angle), Number(cy) + radius * Math.sin(angle)];
  return (
    <g transform={`translate(${String(x)} ${String(y)})`}>
      <rect x={-19} y={-9} width={38} height={18} rx={3} fill={token('elevation.surface')} opacity={0.88} />
      <text textAnchor="middle" dy={4} fontSize={12} fill={token('color.text')}>
        {percent(share)}
      </text>
    </g>
  );
}
