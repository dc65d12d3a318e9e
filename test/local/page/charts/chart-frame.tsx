import type { ReactElement, ReactNode } from 'react';
import { ResponsiveContainer } from 'recharts';
import Heading from '@atlaskit/heading';
import { Text } from '@atlaskit/primitives';

/** Props that all UI Kit charts share. */
export interface ChartFrameProps {
  readonly title?: string;
  readonly subtitle?: string;
  readonly width?: number;
  readonly height?: number;
  readonly showBorder?: boolean;
}

interface Entry {
  readonly name: string;
  readonly fill: string;
}

/** Border, title, legend and plot; beside them the same numbers as a table, for who cannot see the picture. */
export function ChartFrame({
  frame,
  legend,
  table,
  children,
}: {
  readonly frame: ChartFrameProps;
  readonly legend: readonly Entry[];
  readonly table: ReactNode;
  readonly children: ReactElement;
}) {
  return (
    <figure
      className={frame.showBorder === false ? 'chart' : 'chart chart-border'}
      style={frame.width === undefined ? undefined : { width: frame.width }}
    >
      {frame.title === undefined ? null : <Heading size="small">{frame.title}</Heading>}
      {frame.subtitle === undefined ? null : (
        <Text size="small" color="color.text.subtle">
          {frame.subtitle}
        </Text>
      )}
      {legend.length < 2 ? null : (
        <ul className="chart-legend" aria-hidden="true">
          {legend.map((entry) => (
            <li key={entry.name}>
              <svg width="12" height="12">
                <rect width="12" height="12" rx="2" fill={entry.fill} />
              </svg>
              {entry.name}
            </li>
          ))}
        </ul>
      )}
      <div className="chart-plot" aria-hidden="true" style={{ height: frame.height ?? 400 }}>
        <ResponsiveContainer width="100%" height="100%">
          {children}
        </ResponsiveContainer>
      </div>
      <div className="visually-hidden">{table}</div>
    </figure>
  );
}
