import { useContext, useEffect, useState } from 'react';
import type { Person } from '../local/schemas';
import type { PageHost } from '../page-host';
import { formatPageAddress, parsePageAddress } from '../page-address';
import { PeopleContext } from '../people/use-person';
import { StripMenu } from './strip-menu';

/** Reloads the page as somebody else; module and place within the app stay. */
function actAs(host: PageHost, as: string): void {
  const address = { ...parsePageAddress(new URL(window.location.href)), as };
  window.location.assign(formatPageAddress(address, host.session.module.place === 'global'));
}

/** Chooses who acts: a persona of the seed, or any other account. */
export function PersonaMenu({ host }: { readonly host: PageHost }) {
  const { person, personaKey } = host.session;
  const [text, setText] = useState('');
  const found = useFound(text);
  const personas = host.state.personas;
  const others = found.filter((one) => personas.every((persona) => persona.accountId !== one.accountId));
  return (
    <StripMenu
      label="Acting as"
      value={personaKey === null ? person.name : `${person.name} (${personaKey})`}
      testId="local-persona"
    >
      <ul className="strip-list">
        {personas.map((persona) => (
          <PersonRow
            key={persona.key}
            person={persona}
            tag={persona.key}
            isCurrent={persona.accountId === person.accountId}
            onChoose={() => actAs(host, persona.key)}
          />
        ))}
      </ul>
      <input
        className="strip-input"
        type="search"
        placeholder="Any other account: name, e-mail or id"
        aria-label="Find an account to act as"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <ul className="strip-list">
        {others.map((other) => (
          <PersonRow
            key={other.accountId}
            person={other}
            isCurrent={other.accountId === person.accountId}
            onChoose={() => actAs(host, other.accountId)}
          />
        ))}
      </ul>
    </StripMenu>
  );
}

function PersonRow({
  person,
  tag,
  isCurrent,
  onChoose,
}: {
  readonly person: Person;
  readonly tag?: string;
  readonly isCurrent: boolean;
  readonly onChoose: () => void;
}) {
  return (
    <li>
      <button
        type="button"
        className="strip-row"
        aria-current={isCurrent}
        data-testid={`act-as-${tag ?? person.accountId}`}
        onClick={onChoose}
      >
        <span>
          <strong>{person.name}</strong> {tag === undefined ? null : <code>{tag}</code>}
        </span>
        <small>{person.rights}</small>
      </button>
    </li>
  );
}

function useFound(text: string): readonly Person[] {
  const people = useContext(PeopleContext);
  const [found, setFound] = useState<readonly Person[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const search = text.trim() === '' ? Promise.resolve([]) : people.search(text.trim());
    void search.then((result) => {
      if (isCurrent) setFound(result);
    });
    return () => {
      isCurrent = false;
    };
  }, [people, text]);
  return found;
}
