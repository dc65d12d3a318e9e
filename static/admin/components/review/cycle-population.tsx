import { Button, ModalTransition, Stack, Text, User } from '@forge/react';
import React, { useState } from 'react';
import type { CycleView } from '../../../../src/contract/review-replies';
import { announce } from '../../hooks/announce';
import { useAction } from '../../hooks/use-action';
import { productLabel } from '../../view-models/labels';
import { populationRows } from '../../view-models/population';
import { Subheading } from '../panel';
import { PopulationTable } from '../population-table';
import { ReasonModal } from '../reason-modal';

interface CyclePopulationProps {
  readonly cycle: CycleView;
  readonly onChange: (cycle: CycleView) => void;
  readonly onStale: () => void;
}

/** The review's population proof; what stays unexplained is acknowledged with a reason before sign-off. */
export function CyclePopulation({ cycle, onChange, onStale }: CyclePopulationProps) {
  const [asked, setAsked] = useState<string | null>(null);
  const acknowledge = useAction('acknowledge-unexplained', onStale);
  const send = async (reason: string): Promise<void> => {
    if (asked === null) return;
    const after = await acknowledge.run({ cycleId: cycle.cycleId, product: asked, reason });
    if (after === null) return;
    setAsked(null);
    onChange(after);
    announce('Difference acknowledged', 'Your reason is printed with the population proof.');
  };
  return (
    <Stack space="space.100">
      <Subheading>Population proof</Subheading>
      <PopulationTable
        rows={populationRows(cycle.population, productLabel)}
        below={(product) => <Acknowledgement cycle={cycle} product={product} onAsk={setAsked} />}
      />
      <ModalTransition>
        {asked === null ? null : (
          <ReasonModal
            title={`Acknowledge the difference for ${productLabel(asked)}`}
            text="Somebody other than who started the scan acknowledges what no named account explains. It does not explain it: the difference stays in the evidence."
            confirm="Acknowledge"
            busy={acknowledge.busy}
            error={acknowledge.error}
            onConfirm={(reason) => void send(reason)}
            onClose={() => setAsked(null)}
          />
        )}
      </ModalTransition>
    </Stack>
  );
}

interface AcknowledgementProps {
  readonly cycle: CycleView;
  readonly product: string;
  readonly onAsk: (product: string) => void;
}

function Acknowledgement({ cycle, product, onAsk }: AcknowledgementProps) {
  const proof = cycle.population.find((one) => one.product === product);
  if (proof === undefined || proof.unexplained === 0) return null;
  if (proof.acknowledgedBy === null) {
    return (
      <Button spacing="compact" onClick={() => onAsk(product)}>
        Acknowledge
      </Button>
    );
  }
  return (
    <Text size="small">
      {'Acknowledged by '}
      <User accountId={proof.acknowledgedBy} />
      {`: ${proof.acknowledgedReason ?? 'no reason told'}`}
    </Text>
  );
}
