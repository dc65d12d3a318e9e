import { describe, expect, it } from 'vitest';
import { formatPageAddress, parseAppPath, parsePageAddress } from '../../local/page/page-address';

const parse = (path: string) => parsePageAddress(new URL(path, 'http://127.0.0.1:4747'));

describe('the page’s address', () => {
  it('names module, persona and the place within the app', () => {
    expect(parse('/jira/settings/apps/seattrace-admin/seats/7?as=approver&product=confluence#paths')).toEqual(
      {
        app: 'seattrace',
        as: 'approver',
        moduleKey: 'seattrace-admin',
        location: { pathname: '/seats/7', search: '?product=confluence', hash: '#paths' },
      },
    );
  });

  it('names nothing at the root', () => {
    expect(parse('/')).toEqual({
      app: 'seattrace',
      as: null,
      moduleKey: null,
      location: { pathname: '/', search: '', hash: '' },
    });
  });

  it('chooses the gallery by its parameter', () => {
    expect(parse('/?app=gallery').app).toBe('gallery');
  });

  it('comes back from its parts', () => {
    const path = '/jira/apps/seattrace-global/mine?product=confluence&as=outsider';
    expect(formatPageAddress(parse(path), true)).toBe(path);
  });

  it('leaves the app’s own root unsaid', () => {
    expect(formatPageAddress(parse('/jira/settings/apps/seattrace-admin?as=admin'), false)).toBe(
      '/jira/settings/apps/seattrace-admin?as=admin',
    );
  });
});

describe('a path that an app pushes', () => {
  it('is split into its parts', () => {
    expect(parseAppPath('/seats?page=2#top')).toEqual({
      pathname: '/seats',
      search: '?page=2',
      hash: '#top',
    });
  });
});
