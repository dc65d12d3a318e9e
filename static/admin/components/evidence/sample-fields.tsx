import { Checkbox, Inline, LoadingButton, Stack } from '@forge/react';
import React, { useState } from 'react';
import { useNavigation } from '../../hooks/navigation-context';
import { useAction } from '../../hooks/use-action';
import { isChecked } from '../../view-models/input';
import { sampleFilters, sampleForm, sampleRequest, SIZE_HELP } from '../../view-models/traces';
import { TextInput } from '../fields';
import { ActionError } from '../reply-message';

/** Seed, size and the turn of outcomes. The URL keeps what was drawn, so that a link draws the same lines. */
export function SampleFields({ cycleId }: { readonly cycleId: string }) {
  const { filters, filter } = useNavigation();
  const [form, setForm] = useState(() => sampleForm(filters));
  const choose = useAction('get-sample');
  const request = sampleRequest(cycleId, form);
  const draw = async (): Promise<void> => {
    if (request === null) return;
    const seed = request.seed ?? (await choose.run(request))?.seed;
    if (seed === undefined) return;
    setForm({ ...form, seed });
    filter(sampleFilters({ ...form, seed }));
  };
  return (
    <Stack space="space.150">
      <Inline space="space.150" alignBlock="start" shouldWrap>
        <TextInput
          key={filters['seed'] ?? ''}
          id="seed"
          label="Seed"
          help="Any text. Left empty, SeatTrace chooses one."
          start={form.seed}
          onText={(seed) => setForm((before) => ({ ...before, seed }))}
        />
        <TextInput
          id="size"
          label="Lines"
          help={SIZE_HELP}
          type="number"
          start={form.size}
          error={request === null ? SIZE_HELP : undefined}
          onText={(size) => setForm((before) => ({ ...before, size }))}
        />
      </Inline>
      <Checkbox
        label="Let outcomes take turns, so that a rare one is not missed"
        isChecked={form.byOutcome}
        onChange={(event) => setForm((before) => ({ ...before, byOutcome: isChecked(event) }))}
      />
      <ActionError error={choose.error} />
      <Inline>
        <LoadingButton
          appearance="primary"
          isLoading={choose.busy}
          isDisabled={request === null}
          onClick={() => void draw()}
        >
          Draw
        </LoadingButton>
      </Inline>
    </Stack>
  );
}
