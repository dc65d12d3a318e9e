import fc from 'fast-check';
import { expect, it } from 'vitest';
import { impactOfLeaving, impactOnMembers } from '../../../../src/domain/classification/group-impact';
import { indexOrganization } from '../../../../src/domain/classification/organization-index';
import { aLocalGroup } from '../../../builders/a-group';
import { aHeader } from '../../../builders/a-header';
import { anAccount } from '../../../builders/an-account';
import { aReadProject, aRole, aUse, byId } from '../../../builders/a-project-reading';

const GROUP_IDS = ['leaving', 'a', 'b'];
const PEOPLE = ['ada', 'bob', 'cy', 'dee'];
const groups = GROUP_IDS.map((id) => aLocalGroup(id, 'jira-software'));
const index = indexOrganization(aHeader({ groups }));
const role = fc.record({ groups: fc.subarray(GROUP_IDS), accounts: fc.subarray(PEOPLE) });

it('counts for a group what leaving it does to each of its people', () => {
  fc.assert(
    fc.property(fc.array(role, { maxLength: 4 }), fc.array(fc.subarray(['a', 'b'])), (roles, others) => {
      const use = aUse([
        aReadProject('OPS', {
          roles: roles.map((each, number) =>
            aRole(
              number === 0 ? 'Administrators' : `Role ${String(number)}`,
              each.groups.map((id) => byId(id)),
              each.accounts,
            ),
          ),
        }),
      ]);
      const members = PEOPLE.map((accountId, number) =>
        anAccount({ accountId, groupIds: ['leaving', ...(others[number] ?? [])] }),
      );
      const one = members.map((account) => impactOfLeaving(account, ['leaving'], { index, use }));
      for (const { place, ending, staying } of impactOnMembers({ id: 'leaving', name: 'leaving' }, members, {
        index,
        use,
      })) {
        expect(ending).toBe(one.filter(({ ends }) => ends.includes(place)).length);
        expect(staying).toBe(members.length - ending);
      }
    }),
  );
});
