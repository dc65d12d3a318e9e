import { BUDGETS } from '../lib/budgets';

/** What a full project scan of a site takes, roughly. */
export interface ProjectScanCost {
  readonly projects: number;
  /** How many of them the estimate was measured on. */
  readonly sampled: number;
  readonly requests: number;
  /** Of Jira's hourly quota for the app, which all of its customers share. */
  readonly points: number;
  readonly minutes: number;
}

/** Requests a second that a scan reaches with four projects at a time. */
const REQUESTS_PER_SECOND = 20;

/** Scales a sample up; the scan rests each time it has spent what one delivery may. Permission schemes come on top. */
export function estimateProjectScan(
  projects: number,
  sample: readonly { readonly requests: number; readonly points: number }[],
): ProjectScanCost {
  const scaled = (of: (each: { requests: number; points: number }) => number): number =>
    sample.length === 0
      ? 0
      : Math.round((projects * sample.reduce((sum, each) => sum + of(each), 0)) / sample.length);
  const requests = scaled((each) => each.requests);
  const points = scaled((each) => each.points);
  const rests = Math.max(0, Math.ceil(points / BUDGETS.jiraPointsPerDelivery) - 1);
  const seconds = rests * BUDGETS.queueDelaySeconds + requests / REQUESTS_PER_SECOND;
  return { projects, sampled: sample.length, requests, points, minutes: Math.ceil(seconds / 60) };
}
