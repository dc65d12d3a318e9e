import { Button, Inline, Stack } from '@forge/react';
import React, { useState } from 'react';
import { productChoices } from '../../view-models/labels';
import type { ApprovedDomain } from '../../view-models/setup-questions';
import { toDomain } from '../../view-models/setup-questions';
import { ChoiceInput, TextInput } from '../fields';

const EMPTY = { domain: '', product: 'jira-software' };

/** One more domain and the product that its people get. */
export function ApprovedDomainFields({ onAdd }: { readonly onAdd: (added: ApprovedDomain) => void }) {
  const [form, setForm] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const [added, setAdded] = useState(0);
  const domain = toDomain(form.domain);
  const add = (): void => {
    setTried(domain === null);
    if (domain === null) return;
    onAdd({ domain, product: form.product });
    setForm({ ...EMPTY, product: form.product });
    setAdded(added + 1);
  };
  return (
    <Stack space="space.100">
      <Inline key={String(added)} space="space.200" alignBlock="start" shouldWrap>
        <TextInput
          id="approved-domain"
          label="Domain"
          placeholder="partner.example"
          error={tried && domain === null ? 'A domain, such as partner.example.' : undefined}
          start={form.domain}
          onText={(text) => setForm({ ...form, domain: text })}
        />
        <ChoiceInput
          id="approved-domain-product"
          label="Gets"
          choices={productChoices()}
          value={form.product}
          onChoice={(product) => setForm({ ...form, product })}
        />
      </Inline>
      <Inline>
        <Button onClick={add}>Add domain</Button>
      </Inline>
    </Stack>
  );
}
