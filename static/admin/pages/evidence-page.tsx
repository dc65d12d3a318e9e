import { Button, EmptyState, Stack } from '@forge/react';
import React from 'react';
import type { EvidenceView } from '../../../src/contract/settings-replies';
import { CycleEvidence } from '../components/evidence/cycle-evidence';
import { CyclesTable } from '../components/evidence/cycles-table';
import { PageHeader } from '../components/page-header';
import { Panel } from '../components/panel';
import { Remote } from '../components/states';
import { useNavigation } from '../hooks/navigation-context';
import { useSession } from '../hooks/session-context';
import { useResolver } from '../hooks/use-resolver';

/** What proves that each seat was judged and that access ended. */
export function EvidencePage() {
  const { filters } = useNavigation();
  const cycleId = filters['cycle'];
  const evidence = useResolver('get-evidence', cycleId === undefined ? {} : { cycleId });
  return (
    <Stack space="space.200">
      <PageHeader
        title="Evidence"
        description="Every review with its records, chained by hash, and the files that an auditor checks offline."
      />
      <Remote state={evidence} what="the evidence">
        {(view) => <EvidenceContent view={view} reload={evidence.reload} />}
      </Remote>
    </Stack>
  );
}

function EvidenceContent({ view, reload }: { readonly view: EvidenceView; readonly reload: () => void }) {
  const { roles } = useSession();
  const { go, filter } = useNavigation();
  if (view.cycles.length === 0) {
    return (
      <EmptyState
        header="No review has left evidence yet"
        description="Records begin when a review opens, and nothing in it changes after sign-off."
        primaryAction={roles.reviewer ? <Button onClick={() => go('review')}>Go to Review</Button> : null}
      />
    );
  }
  return (
    <Stack space="space.200">
      <Panel title="Reviews">
        <CyclesTable
          cycles={view.cycles}
          shown={view.cycle?.cycleId ?? ''}
          onShow={(cycle) => filter({ cycle, offset: '' })}
        />
      </Panel>
      {view.cycle === null ? null : (
        <CycleEvidence key={view.cycle.cycleId} view={view} cycle={view.cycle} reload={reload} />
      )}
    </Stack>
  );
}
