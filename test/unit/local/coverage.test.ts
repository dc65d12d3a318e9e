import { describe, expect, it } from 'vitest';
import { adminRoutes } from '../../local/admin/routes';
import { coverage } from '../../local/coverage';
import { jiraRoutes } from '../../local/jira/routes';
import { factsOf, jiraFacts, organizationFacts, userManagementFacts } from './facts';

const routes = [...jiraRoutes, ...adminRoutes];
const name = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;

describe('the coverage table', () => {
  it('lists exactly the registered endpoints', () => {
    expect(coverage.map(name).sort()).toEqual(routes.map(name).sort());
  });

  it('lists every operation whose facts we have', () => {
    const documented = [jiraFacts, organizationFacts, userManagementFacts].flatMap(
      (facts) => facts.endpoints,
    );
    expect(coverage.map(name).sort()).toEqual(documented.sort());
  });
});

describe('each endpoint', () => {
  it.each(routes.map((route) => [name(route), route] as const))(
    '%s takes the documented query',
    (endpoint, route) => {
      expect([...(route.query ?? [])].sort()).toEqual(factsOf(route.path).queryNames(endpoint).sort());
    },
  );

  it.each(jiraRoutes.map((route) => [name(route), route] as const))(
    '%s needs the classic scopes',
    (endpoint, route) => {
      expect(route.scopes).toEqual(jiraFacts.classicScopes(endpoint));
    },
  );
});
