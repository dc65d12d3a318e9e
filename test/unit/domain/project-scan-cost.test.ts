import { describe, expect, it } from 'vitest';
import { estimateProjectScan } from '../../../src/domain/project-scan-cost';
import { BUDGETS } from '../../../src/lib/budgets';

describe('The cost of a full project scan', () => {
  it('is what the sample took, scaled to all projects', () => {
    const sample = [
      { requests: 6, points: 40 },
      { requests: 8, points: 60 },
    ];
    expect(estimateProjectScan(200, sample)).toMatchObject({ requests: 1_400, points: 10_000, sampled: 2 });
  });

  it('is minutes where one delivery has points enough', () => {
    expect(estimateProjectScan(100, [{ requests: 7, points: 50 }]).minutes).toBe(1);
  });

  it('has a rest for each further share of points', () => {
    const points = 3 * BUDGETS.jiraPointsPerDelivery;
    const { minutes } = estimateProjectScan(1, [{ requests: 0, points }]);
    expect(minutes).toBe((2 * BUDGETS.queueDelaySeconds) / 60);
  });

  it('is nothing on a site without projects', () => {
    expect(estimateProjectScan(0, [])).toEqual({
      projects: 0,
      sampled: 0,
      requests: 0,
      points: 0,
      minutes: 0,
    });
  });
});
