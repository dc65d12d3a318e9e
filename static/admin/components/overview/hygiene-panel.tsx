import { Button } from '@forge/react';
import React from 'react';
import { useNavigation } from '../../hooks/navigation-context';
import type { Snapshot } from '../../view-models/contract-types';
import { Panel } from '../panel';
import { SentenceList } from '../rich-text';

/** How the site is set up, where that undoes removals; nothing when nothing is known to. */
export function HygienePanel({ snapshot }: { readonly snapshot: Snapshot }) {
  const { go } = useNavigation();
  if (snapshot.hygiene.length === 0) return null;
  return (
    <Panel
      title="Doors that stay open"
      description="Approved domains, as Settings names them. Close them in Atlassian Administration, or expect some seats back."
      actions={<Button onClick={() => go('groups', { finding: 'lets-people-in' })}>Show the groups</Button>}
    >
      <SentenceList texts={snapshot.hygiene} none="" />
    </Panel>
  );
}
