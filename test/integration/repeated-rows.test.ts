import { expect, test } from 'vitest';

import { groups, tiny, withStalePeople } from './a-seed';
import { aScannedSite, type Site } from './a-site';
import { scanDocument } from './scan-document';

/** More of everything than fits on one page: people, groups, members and projects. */
const MORE = 120;

/** The tiny organization, grown until each of its listings has several pages. */
const severalPages = () =>
  tiny((seed) => {
    withStalePeople(seed, MORE, [groups.jiraUsers, groups.contractors]);
    const [, , group] = seed.groups;
    const [project] = seed.projects;
    if (group === undefined || project === undefined) throw new Error('The tiny organization has changed.');
    for (let number = 1; number <= MORE; number += 1) {
      seed.groups.push({ ...group, id: `team-${String(number)}`, name: `team-${String(number)}` });
      seed.projects.push({ ...project, key: `TEAM${String(number)}` });
    }
  });

/** Points tell how many rows Jira has returned. */
const points = (site: Site) => site.calls().reduce((sum, call) => sum + call.points, 0);

test.each([
  ['with an organization key', true],
  ['without an organization key', false],
])('%s, rows that repeat across pages change nothing in a scan', async (_, orgKey) => {
  const plain = await aScannedSite({ seed: severalPages(), orgKey });
  const repeating = await aScannedSite({ seed: severalPages(), orgKey, repeatedRows: true });
  expect(points(repeating)).toBeGreaterThan(points(plain));
  expect(await scanDocument(repeating)).toEqual(await scanDocument(plain));
});
