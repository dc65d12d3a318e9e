import { describe, expect, it } from 'vitest';
import { projectList } from '../../../static/admin/view-models/group-use';
import { costSentences, durationInWords } from '../../../static/admin/view-models/project-scan';

describe('The projects of a use', () => {
  it('are counted and listed', () => {
    expect(projectList(['OPS'])).toBe('1 project: OPS');
  });

  it('are cut after forty, and the count is not', () => {
    const projects = Array.from({ length: 42 }, (_, number) => `P${String(number)}`);
    expect(projectList(projects)).toMatch(/^42 projects: P0, .*, P39 and 2 more$/);
  });
});

describe('What a full project scan takes', () => {
  const cost = { projects: 2_000, sampled: 5, requests: 14_000, points: 96_000, minutes: 168 };

  it('names projects, requests, points and time before anybody switches it on', () => {
    const [requests, points, time] = costSentences(cost);
    expect(requests).toContain('2,000 projects, so about 14,000 requests');
    expect(points).toContain('About 96,000 points');
    expect(time).toContain('About 3 hours longer');
  });

  it('is nothing where Jira shows no project', () => {
    expect(costSentences({ ...cost, projects: 0 })).toEqual([
      'Jira shows the app no project, so there is nothing to read.',
    ]);
  });

  it.each([
    [1, 'Less than 5 minutes longer'],
    [5, 'Less than 5 minutes longer'],
    [41, 'About 45 minutes longer'],
    [168, 'About 3 hours longer'],
  ])('of %i minutes reads "%s"', (minutes, words) => {
    expect(durationInWords(minutes)).toBe(words);
  });
});
