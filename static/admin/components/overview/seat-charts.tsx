import { DonutChart, HorizontalStackBarChart, Box, Inline, Stack, Text, xcss } from '@forge/react';
import React from 'react';
import type { Snapshot } from '../../view-models/contract-types';
import {
  countRows,
  productSourceBars,
  sourcePalette,
  sourceRows,
  verdictPalette,
  verdictSlices,
} from '../../view-models/overview';
import { LAST_USE_LIMITS } from '../../view-models/seats';
import { Panel } from '../panel';
import { CountList } from './count-list';

const wideStyle = xcss({ minWidth: '480px', width: '58%' });
const narrowStyle = xcss({ minWidth: '320px', width: '38%' });
const CHART_HEIGHT = 320;

/** Seats by product and source, and by verdict. Every number of the charts also stands beside them in words. */
export function SeatCharts({ snapshot }: { readonly snapshot: Snapshot }) {
  return (
    <Panel
      title="Seats by product and path source"
      description="A seat whose paths have several sources counts once, as several sources."
    >
      <Inline space="space.200" rowSpace="space.200" shouldWrap alignBlock="start">
        <Box xcss={wideStyle}>
          <HorizontalStackBarChart
            title="Seats by product and path source"
            data={productSourceBars(snapshot)}
            xAccessor="product"
            yAccessor="seats"
            colorAccessor="source"
            colorPalette={sourcePalette(snapshot)}
            height={CHART_HEIGHT}
          />
        </Box>
        <Box xcss={narrowStyle}>
          <DonutChart
            title="Seats by verdict"
            data={verdictSlices(snapshot)}
            colorAccessor="verdict"
            valueAccessor="seats"
            labelAccessor="verdict"
            colorPalette={verdictPalette()}
            height={CHART_HEIGHT}
          />
        </Box>
      </Inline>
      <Inline space="space.400" rowSpace="space.200" shouldWrap alignBlock="start">
        <CountList title="By product" filter="product" rows={countRows(snapshot.byProduct)} />
        <CountList title="By path source" filter="source" rows={sourceRows(snapshot.bySource)} />
      </Inline>
      <Stack>
        <Text size="small" color="color.text.subtle">
          {LAST_USE_LIMITS}
        </Text>
      </Stack>
    </Panel>
  );
}
