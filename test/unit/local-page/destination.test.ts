import { describe, expect, it } from 'vitest';
import { planDestination } from '../../local/page/destination';
import { aLocalState } from './local-state';

const CURRENT = {
  app: 'seattrace',
  as: 'admin',
  moduleKey: 'seattrace-admin',
  location: { pathname: '/seats', search: '', hash: '' },
} as const;

const planUrl = (url: string) => planDestination({ kind: 'url', url }, aLocalState(), CURRENT);
const planTarget = (target: string, parameters: Record<string, unknown>) =>
  planDestination({ kind: 'target', target, parameters }, aLocalState(), CURRENT);

describe('where a link leads', () => {
  it('opens issues in the inspector', () => {
    expect(planUrl('/browse/OPS-7')).toEqual({ kind: 'url', url: '/__local/ui?tab=issues&q=OPS-7' });
  });

  it('opens issues of the site by their full address too', () => {
    expect(planUrl('https://northwind-example.atlassian.net/browse/OPS-7').kind).toBe('url');
  });

  it('opens a page of the app as the same person', () => {
    expect(planTarget('module', { moduleKey: 'seattrace-global' })).toEqual({
      kind: 'url',
      url: '/jira/apps/seattrace-global?as=admin',
    });
  });

  it('leaves other sites alone', () => {
    expect(planUrl('https://support.example/help')).toEqual({
      kind: 'url',
      url: 'https://support.example/help',
    });
  });

  it('says what only a real site has', () => {
    expect(planUrl('/issues')).toEqual({ kind: 'elsewhere', what: '/issues' });
    expect(planTarget('userProfile', { accountId: 'x' })).toEqual({
      kind: 'elsewhere',
      what: 'the userProfile page',
    });
  });
});
