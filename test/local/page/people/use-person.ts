import { createContext, useContext, useEffect, useState } from 'react';
import type { Person } from '../local/schemas';
import { PeopleDirectory } from './people-directory';

/** The page's one directory of people. */
export const PeopleContext = createContext(new PeopleDirectory());

/** The person behind an account id; null while it is being read, undefined when there is none. */
export function usePerson(accountId: string): Person | null | undefined {
  const people = useContext(PeopleContext);
  const [person, setPerson] = useState<Person | null | undefined>(null);
  useEffect(() => {
    let isCurrent = true;
    void people.find(accountId).then((found) => {
      if (isCurrent) setPerson(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [people, accountId]);
  return person;
}
