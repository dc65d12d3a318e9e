import { Button, Inline, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import { billingInWords, withBilling } from '../../view-models/calendar';
import type { BillingFact } from '../../view-models/calendar';
import { choicesFrom } from '../../view-models/input';
import { productChoices } from '../../view-models/labels';
import { oneOf } from '../../view-models/route';
import { PERIOD_LABELS } from '../../view-models/settings-labels';
import { ChoiceInput, DayInput } from '../fields';

/** First day that a billing period may be entered with. */
const EARLIEST = '2000-01-01';

interface BillingFactsProps {
  readonly billing: readonly BillingFact[];
  readonly mayChange: boolean;
  readonly onBilling: (billing: BillingFact[]) => void;
}

/** How each product bills; a product that is not here is on no calendar. */
export function BillingFacts({ billing, mayChange, onBilling }: BillingFactsProps) {
  return (
    <Stack space="space.100">
      {billing.length === 0 ? <Text weight="medium">No billing period is entered.</Text> : null}
      {billing.map((fact) => (
        <Inline key={fact.product} space="space.100" alignBlock="center">
          <Text>{billingInWords(fact)}</Text>
          {mayChange ? (
            <Button
              spacing="compact"
              appearance="subtle"
              onClick={() => onBilling(billing.filter((each) => each !== fact))}
            >
              Take out
            </Button>
          ) : null}
        </Inline>
      ))}
      {mayChange ? <AddBilling onAdd={(added) => onBilling(withBilling(billing, added))} /> : null}
    </Stack>
  );
}

function AddBilling({ onAdd }: { readonly onAdd: (added: BillingFact) => void }) {
  const [fact, setFact] = useState<BillingFact>({ product: 'jira-software', period: 'monthly', lastDay: '' });
  const [tried, setTried] = useState(false);
  const add = (): void => {
    setTried(fact.lastDay === '');
    if (fact.lastDay !== '') onAdd(fact);
  };
  return (
    <Stack space="space.100">
      <Inline space="space.200" alignBlock="start" shouldWrap>
        <ChoiceInput
          id="billing-product"
          label="Product"
          choices={productChoices()}
          value={fact.product}
          onChoice={(product) => setFact({ ...fact, product })}
        />
        <ChoiceInput
          id="billing-period"
          label="Billing period"
          choices={choicesFrom(PERIOD_LABELS)}
          value={fact.period}
          onChoice={(choice) =>
            setFact({ ...fact, period: oneOf(choice, ['monthly', 'annual'] as const) ?? fact.period })
          }
        />
        <DayInput
          id="billing-last-day"
          label="Last day of a period"
          error={tried && fact.lastDay === '' ? 'Choose a day.' : undefined}
          value={fact.lastDay}
          earliest={EARLIEST}
          onDay={(lastDay) => setFact({ ...fact, lastDay })}
        />
      </Inline>
      <Inline>
        <Button onClick={add}>Add billing period</Button>
      </Inline>
    </Stack>
  );
}
