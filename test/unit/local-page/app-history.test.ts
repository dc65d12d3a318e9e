import { describe, expect, it } from 'vitest';
import type { HistoryWindow } from '../../local/page/bridge/app-history';
import { PageHistory } from '../../local/page/bridge/app-history';

function aWindow(path: string) {
  const location = { href: `http://127.0.0.1${path}` };
  const listeners: (() => void)[] = [];
  const move = (_state: unknown, _title: string, url?: string | URL | null) => {
    location.href = new URL(String(url), location.href).href;
  };
  const window: HistoryWindow = {
    location,
    history: { pushState: move, replaceState: move, go: () => undefined },
    addEventListener: (_type, listener) => listeners.push(listener),
  };
  return { window, location, back: () => listeners.forEach((listener) => listener()) };
}

describe('the history that an app gets', () => {
  it('shows the location relative to the module', () => {
    const { window } = aWindow('/jira/settings/apps/seattrace-admin/seats?as=admin&page=2');
    expect(new PageHistory(window, false).location).toEqual({
      pathname: '/seats',
      search: '?page=2',
      hash: '',
    });
  });

  it('keeps the module and the persona in the page’s URL when the app moves', () => {
    const { window, location } = aWindow('/jira/settings/apps/seattrace-admin?as=admin');
    new PageHistory(window, false).push('/review?cycle=3');
    expect(location.href).toBe('http://127.0.0.1/jira/settings/apps/seattrace-admin/review?cycle=3&as=admin');
  });

  it('tells listeners where the app went and how', () => {
    const { window } = aWindow('/jira/apps/seattrace-global');
    const history = new PageHistory(window, true);
    const seen: string[] = [];
    history.listen((location, action) => seen.push(`${action} ${location.pathname}`));
    history.push('/a');
    history.replace('/b');
    expect(seen).toEqual(['PUSH /a', 'REPLACE /b']);
  });

  it('tells listeners when the browser goes back', () => {
    const { window, back } = aWindow('/jira/apps/seattrace-global/mine');
    const seen: string[] = [];
    new PageHistory(window, true).listen((location, action) => seen.push(`${action} ${location.pathname}`));
    back();
    expect(seen).toEqual(['POP /mine']);
  });

  it('tells a listener nothing more after it was taken back', () => {
    const { window } = aWindow('/jira/apps/seattrace-global');
    const history = new PageHistory(window, true);
    const seen: string[] = [];
    history.listen((location) => seen.push(location.pathname))();
    history.push('/a');
    expect(seen).toEqual([]);
  });
});
