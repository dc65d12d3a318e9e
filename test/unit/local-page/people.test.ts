import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseSeed } from '../../local/organization/seed';
import { parseManifestPages } from '../../local/server/manifest-pages';
import { People } from '../../local/server/people';
import { startReport } from '../../local/server/start-report';

const seed = parseSeed(JSON.parse(readFileSync('test/fixtures/contracts/tiny.seed.json', 'utf8')));
const people = new People(seed);

describe('people of a seed', () => {
  it('are shown with what they may do', () => {
    const rights = people.personas().map(({ key, rights: text }) => [key, text]);
    expect(rights).toEqual([
      ['admin', 'Organization admin · site admin · uses Jira'],
      ['approver', 'Site admin · uses Jira'],
      ['outsider', expect.stringMatching(/^No administration · /)],
    ]);
  });

  it('are found by e-mail address', () => {
    expect(people.search('bram@', 5).map(({ name }) => name)).toEqual(['Bram Approver']);
  });

  it('are listed by name, no more than asked for', () => {
    expect(people.search('', 1).map(({ name }) => name)).toEqual(['Ada Admin']);
  });
});

describe('the pages of the manifest', () => {
  it('are put where Atlassian puts them', () => {
    const { pages, triggers } = parseManifestPages(readFileSync('manifest.yml', 'utf8'));
    expect(pages.map(({ key, place }) => `${key} ${place}`)).toEqual([
      'seattrace-admin admin',
      'seattrace-configure configure',
      'seattrace-get-started get-started',
      'seattrace-global global',
    ]);
    expect(triggers).toEqual([{ key: 'seattrace-hourly', interval: 'hour' }]);
  });
});

describe('what a start prints', () => {
  const text = startReport({
    url: 'http://127.0.0.1:4747',
    seed,
    seedName: 'tiny',
    orgKey: 'local-org-key-1',
    now: Date.parse(seed.clock),
    isFresh: true,
  });

  it('says where page, REST and calls are', () => {
    for (const address of ['/', '/__local/ui', '/rest/api/3/', '/admin/', '/__local']) {
      expect(text).toContain(`http://127.0.0.1:4747${address}`);
    }
  });

  it('gives the organization key and the personas’ e-mail addresses', () => {
    expect(text).toContain('local-org-key-1');
    expect(text).toMatch(/admin +ada@northwind\.example/);
  });
});
