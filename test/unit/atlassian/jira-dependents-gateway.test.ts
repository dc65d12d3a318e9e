import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createHttp } from '../../../src/atlassian/http';
import { createJiraDependents } from '../../../src/atlassian/jira-dependents-gateway';
import { aPlatform } from '../../builders/a-platform';

const jira = vi.hoisted(() => ({
  requestJira: vi.fn<(path: string, options?: unknown) => Promise<unknown>>(),
}));
vi.mock('@forge/api', () => ({
  asApp: () => jira,
  route: (parts: TemplateStringsArray, ...values: unknown[]) => String.raw({ raw: parts }, ...values),
}));

/** What depends on people as Jira tells it with this one body. */
function answering(body: object) {
  jira.requestJira.mockResolvedValueOnce({
    status: 200,
    headers: { get: () => null },
    text: () => Promise.resolve(JSON.stringify(body)),
  });
  return createJiraDependents(createHttp(aPlatform(), () => 900_000));
}

beforeEach(() => {
  jira.requestJira.mockReset();
});

describe('A count of what depends on a person', () => {
  it('of issues is of those that are assigned and not done', async () => {
    expect(await answering({ count: 3 }).countOpenIssues('ada')).toBe(3);
    expect(jira.requestJira.mock.lastCall?.[1]).toMatchObject({
      body: JSON.stringify({ jql: 'assignee = "ada" AND statusCategory != Done' }),
    });
  });

  it('of filters is the total of all pages', async () => {
    expect(await answering({ total: 60, values: [{ id: '1' }] }).countFilters('ada')).toBe(60);
  });

  it.each([
    ['issues', {}, 'countOpenIssues'],
    ['filters', { values: [] }, 'countFilters'],
    ['dashboards', { values: [], total: -1 }, 'countDashboards'],
  ] as const)(
    'of %s is refused where Jira leaves the number out: that is not nought',
    async (_, body, count) => {
      await expect(answering(body)[count]('ada')).rejects.toMatchObject({ code: 'atlassian.malformed' });
    },
  );
});
