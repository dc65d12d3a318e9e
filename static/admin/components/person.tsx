import { User } from '@forge/react';
import React from 'react';

/** Whoever did something: a person, or the app itself where nobody was asked. */
export function Person({ id }: { readonly id: string }) {
  return id === 'app' ? <>SeatTrace</> : <User accountId={id} />;
}
