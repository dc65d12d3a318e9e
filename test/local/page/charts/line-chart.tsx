import { CartesianGrid, Legend, Line, LineChart, Tooltip, XAxis, YAxis } from 'recharts';
import { token } from '@atlaskit/tokens';
import type { BarNodeProps } from './bar-charts';
import { toSeries, UNNAMED } from './chart-data';
import { ChartFrame } from './chart-frame';
import { colorOf } from './palette';
import { SeriesTable } from './series-table';

/** Series that colour alone would tell apart differ in their dashes and dots too. */
const DASHES = ['', '6 3', '2 3', '10 3 2 3', '12 4', '1 4'];
const AXIS = { fill: token('color.text.subtle'), fontSize: 12 };

export function LinesChart({ props }: { readonly props: BarNodeProps }) {
  const series = toSeries(props.data, props.xAccessor, props.yAccessor, props.colorAccessor);
  return (
    <ChartFrame frame={props} legend={[]} table={<SeriesTable series={series} caption={props.title} />}>
      <LineChart
        data={series.rows.map((row) => ({ label: row.label, ...row.values }))}
        margin={{ top: 12, right: 24, bottom: 4, left: 4 }}
      >
        <CartesianGrid stroke={token('color.border')} vertical={false} />
        <XAxis dataKey="label" tick={AXIS} stroke={token('color.border')} tickLine={false} />
        <YAxis tick={AXIS} stroke={token('color.border')} allowDecimals={false} width={48} />
        <Tooltip
          contentStyle={{
            background: token('elevation.surface.overlay'),
            border: `1px solid ${token('color.border')}`,
          }}
        />
        {series.names.length < 2 ? null : (
          <Legend iconType="plainline" itemSorter={null} wrapperStyle={{ fontSize: 12 }} />
        )}
        {series.names.map((name, index) => (
          <Line
            key={name}
            type="linear"
            dataKey={name}
            name={name === UNNAMED ? 'Value' : name}
            stroke={colorOf(name, index, props.colorPalette)}
            strokeWidth={2}
            strokeDasharray={DASHES[index % DASHES.length] ?? ''}
            dot={{ r: 2.5 + (index % 3), strokeDasharray: '' }}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </ChartFrame>
  );
}
