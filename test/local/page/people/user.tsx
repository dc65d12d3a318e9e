import type { UserGroupProps, UserProps } from '@atlaskit/forge-react-types';
import { PersonAvatar } from './person-avatar';
import type { NodeProps } from '../renderer/node-props';
import { usePerson } from './use-person';

/** An account with its name and picture; the name comes from the organization, never from the app. */
export function User({ props: { accountId, hideDisplayName } }: NodeProps<UserProps>) {
  const person = usePerson(accountId);
  const name = person === null ? '…' : (person?.name ?? 'Unknown user');
  return (
    <span className="uikit-user" data-account-id={accountId} title={person?.email ?? name}>
      <PersonAvatar name={name} />
      {hideDisplayName === true ? null : <span>{name}</span>}
    </span>
  );
}

export function UserGroup({ children }: NodeProps<UserGroupProps>) {
  return <span className="uikit-user-group">{children}</span>;
}
