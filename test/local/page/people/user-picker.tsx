import type { UserPickerProps } from '@atlaskit/forge-react-types';
import { useContext, useEffect, useId, useState } from 'react';
import { PersonAvatar } from './person-avatar';
import { HelperMessage, Label, RequiredAsterisk } from '@atlaskit/form';
import { AsyncSelect } from '@atlaskit/select';
import type { Person } from '../local/schemas';
import { menuAboveDialogs } from '../renderer/menu-layer';
import type { NodeProps } from '../renderer/node-props';
import { PeopleContext } from './use-person';

/** What the platform's picker hands to `onChange`. */
interface PickedUser {
  readonly id: string;
  readonly type: 'user';
  readonly avatarUrl: string;
  readonly name: string;
  readonly email: string;
}

// With `isMulti` the platform gives a list, which its published type leaves out; a cleared picker gives null.
type OnChange = (picked: PickedUser | readonly PickedUser[] | null) => void;
type PickerProps = Omit<UserPickerProps, 'onChange'> & {
  readonly onChange?: OnChange;
  readonly onBlur?: () => void;
  readonly id?: string;
  readonly isDisabled?: boolean;
  readonly isInvalid?: boolean;
};

export function UserPicker({ props }: NodeProps<PickerProps>) {
  const people = useContext(PeopleContext);
  const ownId = useId();
  const inputId = props.id ?? ownId;
  const [chosen, setChosen] = useDefaultPeople(props.defaultValue);
  const isMulti = props.isMulti === true;
  const choose = (value: Person | readonly Person[] | null) => {
    const next = value === null ? [] : 'accountId' in value ? [value] : value;
    setChosen(next);
    const picked = next.map(toPicked);
    props.onChange?.(isMulti ? picked : (picked[0] ?? null));
  };
  return (
    <div>
      <Label htmlFor={inputId}>
        {props.label}
        {props.isRequired === true ? <RequiredAsterisk /> : null}
      </Label>
      <AsyncSelect<Person, boolean>
        {...menuAboveDialogs}
        inputId={inputId}
        name={props.name}
        isMulti={isMulti}
        isClearable
        cacheOptions
        defaultOptions
        isDisabled={props.isDisabled === true}
        isInvalid={props.isInvalid === true}
        placeholder={props.placeholder ?? 'Type to search for a person'}
        loadOptions={async (text) => [...(await people.search(text))]}
        getOptionValue={(person) => person.accountId}
        getOptionLabel={(person) => person.name}
        formatOptionLabel={(person, { context }) => (
          <PersonLabel person={person} isInMenu={context === 'menu'} />
        )}
        noOptionsMessage={() => 'Nobody found'}
        value={isMulti ? chosen : (chosen[0] ?? null)}
        onChange={choose}
        onBlur={() => props.onBlur?.()}
      />
      {props.description === undefined ? null : <HelperMessage>{props.description}</HelperMessage>}
    </div>
  );
}

function toPicked(person: Person): PickedUser {
  return { id: person.accountId, type: 'user', avatarUrl: '', name: person.name, email: person.email ?? '' };
}

function PersonLabel({ person, isInMenu }: { person: Person; isInMenu: boolean }) {
  return (
    <span className="uikit-user">
      <PersonAvatar name={person.name} />
      <span>{person.name}</span>
      {isInMenu && person.email !== undefined ? <span className="subtle">{person.email}</span> : null}
    </span>
  );
}

/** The people of `defaultValue`, which names account ids, as soon as they are known. */
function useDefaultPeople(defaultValue: string | string[] | undefined) {
  const people = useContext(PeopleContext);
  const ids = [defaultValue ?? []].flat().join(',');
  const [chosen, setChosen] = useState<readonly Person[]>([]);
  useEffect(() => {
    if (ids === '') return;
    void Promise.all(ids.split(',').map((id) => people.find(id))).then((found) =>
      setChosen(found.filter((person) => person !== undefined)),
    );
  }, [people, ids]);
  return [chosen, setChosen] as const;
}
