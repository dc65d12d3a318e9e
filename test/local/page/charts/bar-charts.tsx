import type { ReactNode } from 'react';
import { useId } from 'react';
import { Bar, BarChart, CartesianGrid, LabelList, Tooltip, XAxis, YAxis } from 'recharts';
import { token } from '@atlaskit/tokens';
import type { Accessor, Series } from './chart-data';
import { toSeries, UNNAMED } from './chart-data';
import type { ChartFrameProps } from './chart-frame';
import { ChartFrame } from './chart-frame';
import type { Palette } from './palette';
import { colorOf } from './palette';
import { WordTick } from './label-lines';
import { fillOf, SeriesFills } from './series-fill';
import { SeriesTable } from './series-table';

export interface BarNodeProps extends ChartFrameProps {
  readonly data: readonly unknown[];
  readonly xAccessor: Accessor;
  readonly yAccessor: Accessor;
  readonly colorAccessor?: Accessor;
  readonly colorPalette?: Palette;
}

const AXIS = { fill: token('color.text.subtle'), fontSize: 12 };
const LINE = token('color.border');

/** Bars side by side or stacked, standing or lying. */
export function BarsChart({
  props,
  isStacked,
  isLying,
}: {
  readonly props: BarNodeProps;
  readonly isStacked: boolean;
  readonly isLying: boolean;
}) {
  const chartId = useId().replaceAll(':', '');
  const series = toSeries(props.data, props.xAccessor, props.yAccessor, props.colorAccessor);
  // Where colour only repeats the label, each label has one bar: side by side they would stand apart.
  const isOneBarEach = series.rows.every((row) => Object.keys(row.values).length === 1);
  const colors = series.names.map((name, index) => colorOf(name, index, props.colorPalette));
  const legend = series.names.map((name, index) => ({ name, fill: fillOf(chartId, index) }));
  return (
    <ChartFrame frame={props} legend={legend} table={<SeriesTable series={series} caption={props.title} />}>
      <BarChart
        data={series.rows.map((row) => ({ label: row.label, ...row.values }))}
        layout={isLying ? 'vertical' : 'horizontal'}
        margin={{ top: 20, right: 32, bottom: 4, left: 4 }}
        barCategoryGap="24%"
      >
        <SeriesFills chartId={chartId} colors={colors} />
        <CartesianGrid stroke={LINE} vertical={isLying} horizontal={!isLying} />
        {axes(isLying, series)}
        <Tooltip cursor={{ fill: token('color.background.neutral.subtle.hovered') }} contentStyle={TOOLTIP} />
        {series.names.map((name, index) => (
          <Bar
            key={name}
            dataKey={name}
            name={name === UNNAMED ? 'Value' : name}
            fill={fillOf(chartId, index)}
            maxBarSize={48}
            isAnimationActive={false}
            {...(isStacked || isOneBarEach ? { stackId: 'all' } : {})}
          >
            {isStacked ? insideLabel(name) : endLabel(name, isLying)}
          </Bar>
        ))}
      </BarChart>
    </ChartFrame>
  );
}

const TOOLTIP = {
  background: token('elevation.surface.overlay'),
  border: `1px solid ${token('color.border')}`,
  borderRadius: 3,
  color: token('color.text'),
};

function axes(isLying: boolean, series: Series): ReactNode {
  const numbers = { type: 'number', tick: AXIS, stroke: LINE, allowDecimals: false } as const;
  const labels = { type: 'category', dataKey: 'label', tick: AXIS, stroke: LINE, tickLine: false } as const;
  if (!isLying) {
    const isLong = series.rows.some((row) => row.label.length > 10);
    return (
      <>
        <XAxis {...labels} interval={0} tick={WordTick} height={isLong ? 50 : 26} />
        <YAxis {...numbers} width={48} />
      </>
    );
  }
  const longest = Math.max(0, ...series.rows.map((row) => row.label.length));
  return (
    <>
      <XAxis {...numbers} />
      <YAxis {...labels} interval={0} width={Math.min(180, 24 + longest * 6.5)} />
    </>
  );
}

function endLabel(name: string, isLying: boolean): ReactNode {
  return (
    <LabelList dataKey={name} position={isLying ? 'right' : 'top'} fill={token('color.text')} fontSize={12} />
  );
}

interface LabelPlace {
  readonly x?: number | string | undefined;
  readonly y?: number | string | undefined;
  readonly width?: number | string | undefined;
  readonly height?: number | string | undefined;
  readonly value?: unknown;
}

/** A number inside its part of the stack, on a plate of its own; left out where the part is too small for it. */
function insideLabel(name: string): ReactNode {
  const content = ({ x, y, width, height, value }: LabelPlace) => {
    const [left, top, wide, high] = [Number(x), Number(y), Number(width), Number(height)];
    const text = String(value);
    const plate = text.length * 7 + 8;
    if (wide < plate || high < 16 || Number(value) === 0) return null;
    return (
      <g transform={`translate(${String(left + wide / 2)} ${String(top + high / 2)})`}>
        <rect
          x={-plate / 2}
          y={-8}
          width={plate}
          height={16}
          rx={3}
          fill={token('elevation.surface')}
          opacity={0.88}
        />
        <text textAnchor="middle" dy={4} fontSize={12} fill={token('color.text')}>
          {text}
        </text>
      </g>
    );
  };
  return <LabelList dataKey={name} content={content} />;
}
