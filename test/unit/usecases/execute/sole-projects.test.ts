import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../../../src/domain/signal';
import { AppError } from '../../../../src/lib/app-error';
import type { GroupMember } from '../../../../src/ports/site-directory';
import { readSoleProjects } from '../../../../src/usecases/execute/sole-projects';

interface Role {
  readonly accountIds?: readonly string[];
  readonly groupIds?: readonly string[];
}

function aMember(accountId: string, active = true): GroupMember {
  return { accountId, accountType: 'atlassian', active, displayName: accountId, email: undefined };
}

/** Ada administers OPS, whose role holds this; groups have these members, one on each page. */
function soleProjects(role: Role, members: readonly GroupMember[] = []) {
  return readSoleProjects(
    { accountId: 'ada', administers: known(['OPS']) },
    {
      readProjectAdministrators: () => Promise.resolve({ accountIds: [], groupIds: [], ...role }),
      readGroupMembers: (_, startAt) =>
        Promise.resolve({
          rows: members.slice(startAt, startAt + 1),
          next: startAt + 1 < members.length ? startAt + 1 : null,
        }),
    },
  );
}

describe('The last administrator of a project is', () => {
  it.each<[string, Role, readonly GroupMember[]]>([
    ['the only account of its role', { accountIds: ['ada'] }, []],
    ['the only member of its group', { groupIds: ['leads'] }, [aMember('ada')]],
    ['the only active member of it', { groupIds: ['leads'] }, [aMember('ada'), aMember('bob', false)]],
    ['who administers it in some other way, where its role is empty', {}, []],
  ])('%s', async (_, role, members) => {
    expect(await soleProjects(role, members)).toEqual(known(['OPS']));
  });
});

describe('Somebody else administers a project', () => {
  it('by their account', async () => {
    expect(await soleProjects({ accountIds: ['ada', 'bob'] })).toEqual(known([]));
  });

  it('through a group, on whichever page of its members', async () => {
    const members = [aMember('ada'), aMember('cem', false), aMember('bob')];
    expect(await soleProjects({ groupIds: ['leads'] }, members)).toEqual(known([]));
  });
});

describe('Nobody knows of the last administrator', () => {
  it('while the projects of the account were not read', async () => {
    const untold = unknown('Jira gave no answer');
    const jira = { readProjectAdministrators: never, readGroupMembers: never };
    expect(await readSoleProjects({ accountId: 'ada', administers: untold }, jira)).toEqual(untold);
  });

  it('while a role could not be read', async () => {
    const refused = () => Promise.reject(new AppError('atlassian.unavailable', 'Jira gave no answer.'));
    const jira = { readProjectAdministrators: refused, readGroupMembers: never };
    expect(await readSoleProjects({ accountId: 'ada', administers: known(['OPS']) }, jira)).toEqual(
      unknown('Jira gave no answer.'),
    );
  });
});

function never(): never {
  throw new Error('nothing is asked here');
}
