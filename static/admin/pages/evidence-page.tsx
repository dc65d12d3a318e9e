import { Button, EmptyState, Stack } from '@forge/react';
import React from 'react';
import type { EvidenceView } from '../../../src/contract/evidence-replies';
import { CycleEvidence } from '../components/evidence/cycle-evidence';
import { CyclesTable } from '../components/evidence/cycles-table';
import { SampleOfCycle } from '../components/evidence/sample-of-cycle';
import { TraceOfLine } from '../components/evidence/trace-of-line';
import { ExceptionsLink } from '../components/exceptions/exceptions-link';
import { ExceptionsRegister } from '../components/exceptions/exceptions-register';
import { PageHeader } from '../components/page-header';
import { Panel } from '../components/panel';
import { Remote } from '../components/states';
import { useNavigation } from '../hooks/navigation-context';
import { useSession } from '../hooks/session-context';
import { useResolver } from '../hooks/use-resolver';

/** What proves that each seat was judged and that access ended. */
export function EvidencePage() {
  return (
    <Stack space="space.200">
      <PageHeader
        title="Evidence"
        description="Every review with its records, chained by hash, and the files that an auditor checks offline."
      />
      <EvidenceShown />
    </Stack>
  );
}

/** The register of exceptions, the trace of one line, a sample, or the reviews with all that they left, as the URL says. */
function EvidenceShown() {
  const { cycle, line, view } = useNavigation().filters;
  if (cycle !== undefined && line !== undefined) return <TraceOfLine cycleId={cycle} line={Number(line)} />;
  if (cycle !== undefined && view === 'sample') return <SampleOfCycle cycleId={cycle} />;
  if (view === 'exceptions') return <ExceptionsRegister />;
  return <EvidenceOfReviews cycleId={cycle} />;
}

function EvidenceOfReviews({ cycleId }: { readonly cycleId: string | undefined }) {
  const evidence = useResolver('get-evidence', cycleId === undefined ? {} : { cycleId });
  return (
    <Remote state={evidence} what="the evidence">
      {(view) => <EvidenceContent view={view} reload={evidence.reload} />}
    </Remote>
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
      <Panel title="Reviews" actions={<ExceptionsLink />}>
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
