import { lazy, Suspense } from 'react';
import type { BarNodeProps } from '../charts/bar-charts';
import type { PieNodeProps } from '../charts/pie-charts';
import type { NodeComponent } from './node-props';

// The chart library is the page's largest part: it comes with the first chart.
const Bars = lazy(() => import('../charts/bar-charts').then((module) => ({ default: module.BarsChart })));
const Lines = lazy(() => import('../charts/line-chart').then((module) => ({ default: module.LinesChart })));
const Slices = lazy(() => import('../charts/pie-charts').then((module) => ({ default: module.SlicesChart })));

function bars(isStacked: boolean, isLying: boolean): NodeComponent<BarNodeProps> {
  return function Chart({ props }) {
    return (
      <Suspense fallback={<div style={{ height: props.height ?? 400 }} />}>
        <Bars props={props} isStacked={isStacked} isLying={isLying} />
      </Suspense>
    );
  };
}

function slices(isDonut: boolean): NodeComponent<PieNodeProps> {
  return function Chart({ props }) {
    return (
      <Suspense fallback={<div style={{ height: props.height ?? 400 }} />}>
        <Slices props={props} isDonut={isDonut} />
      </Suspense>
    );
  };
}

export const BarChart = bars(false, false);
export const HorizontalBarChart = bars(false, true);
export const StackBarChart = bars(true, false);
export const HorizontalStackBarChart = bars(true, true);
export const PieChart = slices(false);
export const DonutChart = slices(true);

export const LineChart: NodeComponent<BarNodeProps> = function Chart({ props }) {
  return (
    <Suspense fallback={<div style={{ height: props.height ?? 400 }} />}>
      <Lines props={props} />
    </Suspense>
  );
};
