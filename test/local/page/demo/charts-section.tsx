import {
  BarChart,
  Box,
  DonutChart,
  HorizontalBarChart,
  HorizontalStackBarChart,
  Inline,
  LineChart,
  PieChart,
  StackBarChart,
  xcss,
} from '@forge/react';
import { Section } from './section';

const half = xcss({ width: '46%', minWidth: '320px' });

const products = [
  ['Jira', 212],
  ['Confluence', 180],
  ['Jira Service Management', 48],
  ['Product Discovery', 12],
];

const sources = ['Jira', 'Confluence', 'JSM'].flatMap((product, index) => [
  { product, source: 'Default group', seats: 120 - 30 * index },
  { product, source: 'Synced group', seats: 60 - 8 * index },
  { product, source: 'Local group', seats: 32 + 4 * index },
  { product, source: 'Unknown', seats: 3 + index },
]);

const weeks = ['1 Sep', '8 Sep', '15 Sep', '22 Sep', '29 Sep'].flatMap((week, index) => [
  { week, kind: 'Identified', seats: 80 + 6 * index },
  { week, kind: 'Approved', seats: 20 + 9 * index },
  { week, kind: 'Verified', seats: 4 + 10 * index },
]);

const stack = { xAccessor: 'product', yAccessor: 'seats', colorAccessor: 'source', height: 260 };
const pie = { colorAccessor: 0, valueAccessor: 1, labelAccessor: 0, height: 240 };

export function ChartsSection() {
  return (
    <Section title="Charts">
      <Inline space="space.200" rowSpace="space.200" shouldWrap>
        <Box xcss={half}>
          <BarChart
            title="Seats by product"
            subtitle="As of the last scan"
            data={products}
            xAccessor={0}
            yAccessor={1}
            height={260}
          />
        </Box>
        <Box xcss={half}>
          <HorizontalBarChart title="Lying bars" data={products} xAccessor={0} yAccessor={1} height={260} />
        </Box>
        <Box xcss={half}>
          <StackBarChart title="Seats by path source" data={sources} {...stack} />
        </Box>
        <Box xcss={half}>
          <HorizontalStackBarChart title="The same, lying" data={sources} {...stack} />
        </Box>
        <Box xcss={half}>
          <PieChart title="Shares" data={products} {...pie} showMarkLabels />
        </Box>
        <Box xcss={half}>
          <DonutChart title="Shares as a ring" data={products} {...pie} />
        </Box>
        <Box xcss={half}>
          <LineChart
            title="Savings ladder"
            data={weeks}
            xAccessor="week"
            yAccessor="seats"
            colorAccessor="kind"
            height={260}
          />
        </Box>
        <Box xcss={half}>
          <BarChart
            title="Grouped"
            data={sources}
            xAccessor="product"
            yAccessor="seats"
            colorAccessor="source"
            height={260}
          />
        </Box>
      </Inline>
    </Section>
  );
}
