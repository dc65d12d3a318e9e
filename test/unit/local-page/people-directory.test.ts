import { describe, expect, it } from 'vitest';
import type { Person } from '../../local/page/local/schemas';
import { initialsPicture } from '../../local/page/people/initials-picture';
import { PeopleDirectory } from '../../local/page/people/people-directory';

const aPerson = (accountId: string): Person => ({ accountId, name: `Name of ${accountId}`, rights: '' });

function aDirectory(known: readonly string[]) {
  const paths: string[] = [];
  const directory = new PeopleDirectory((path) => {
    paths.push(path);
    const ids = new URL(path, 'http://x').searchParams.get('ids')?.split(',') ?? [];
    return Promise.resolve(ids.filter((id) => known.includes(id)).map(aPerson));
  });
  return { directory, paths };
}

describe('the directory of people', () => {
  it('asks once for all people of one moment', async () => {
    const { directory, paths } = aDirectory(['a', 'b']);
    const found = await Promise.all([directory.find('a'), directory.find('b')]);
    expect(found.map((person) => person?.name)).toEqual(['Name of a', 'Name of b']);
    expect(paths).toHaveLength(1);
  });

  it('asks never again for somebody it knows', async () => {
    const { directory, paths } = aDirectory(['a']);
    await directory.find('a');
    await directory.find('a');
    expect(paths).toHaveLength(1);
  });

  it('tells that an account is unknown', async () => {
    expect(await aDirectory([]).directory.find('x')).toBeUndefined();
  });

  it('asks again after a failure', async () => {
    let isDown = true;
    const directory = new PeopleDirectory(() =>
      isDown ? Promise.reject(new Error('down')) : Promise.resolve([aPerson('a')]),
    );
    expect(await directory.find('a')).toBeUndefined();
    isDown = false;
    expect((await directory.find('a'))?.name).toBe('Name of a');
  });

  it('asks in portions that fit into an address', async () => {
    const ids = Array.from({ length: 120 }, (_, index) => `id-${String(index)}`);
    const { directory, paths } = aDirectory(ids);
    await Promise.all(ids.map((id) => directory.find(id)));
    expect(paths).toHaveLength(3);
  });
});

describe('a picture made of a name', () => {
  it('holds the first letters of the first and the last word', () => {
    expect(decodeURIComponent(initialsPicture('Ada Maria Admin'))).toContain('>AA</text>');
  });

  it('lets nothing but letters and digits in', () => {
    expect(decodeURIComponent(initialsPicture('<script> &'))).toContain('></text>');
  });
});
