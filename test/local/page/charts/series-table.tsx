import type { Series, Slice } from './chart-data';
import { UNNAMED } from './chart-data';

/** The numbers of a bar or line chart as a table. */
export function SeriesTable({ series, caption }: { series: Series; caption: string | undefined }) {
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th />
          {series.names.map((name) => (
            <th key={name}>{name === UNNAMED ? 'Value' : name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {series.rows.map((row) => (
          <tr key={row.label}>
            <th>{row.label}</th>
            {series.names.map((name) => (
              <td key={name}>{row.values[name] ?? 0}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The numbers of a pie as a table. */
export function SlicesTable({ slices, caption }: { slices: readonly Slice[]; caption: string | undefined }) {
  return (
    <table>
      <caption>{caption}</caption>
      <tbody>
        {slices.map((slice) => (
          <tr key={slice.name}>
            <th>{slice.name}</th>
            <td>{slice.value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
