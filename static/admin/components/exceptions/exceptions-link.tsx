import { Button } from '@forge/react';
import React from 'react';
import { useNavigation } from '../../hooks/navigation-context';

/** From a review or its evidence to the exceptions of all reviews. */
export function ExceptionsLink() {
  const { go } = useNavigation();
  return <Button onClick={() => go('evidence', { view: 'exceptions' })}>Exceptions of all reviews</Button>;
}
