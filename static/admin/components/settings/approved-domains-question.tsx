import { Button, Inline, SectionMessage, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { SettingsView } from '../../../../src/contract/settings-replies';
import { announce } from '../../hooks/announce';
import { useAction } from '../../hooks/use-action';
import { useResolver } from '../../hooks/use-resolver';
import { formatTime } from '../../view-models/dates';
import type { ApprovedDomain } from '../../view-models/setup-questions';
import { domainInWords, withDomain, withoutDomain } from '../../view-models/setup-questions';
import { Subheading } from '../panel';
import { ActionError } from '../reply-message';
import { SentenceList } from '../rich-text';
import { LoadingState } from '../states';
import { ApprovedDomainFields } from './approved-domain-fields';
import { NoScanYet } from './policy-question';
import { SaveBar } from './save-bar';

interface ApprovedDomainsQuestionProps {
  readonly settings: SettingsView;
  readonly onSaved: (settings: SettingsView) => void;
}

/** Which e-mail domains get a product without approval. Saved empty, it says that none does. */
export function ApprovedDomainsQuestion({ settings, onSaved }: ApprovedDomainsQuestionProps) {
  const { approvedDomains, mayChange } = settings;
  const [domains, setDomains] = useState<readonly ApprovedDomain[]>(approvedDomains ?? []);
  const save = useAction('save-approved-domains');
  const isNew = JSON.stringify(domains) !== JSON.stringify(approvedDomains);
  const send = async (): Promise<void> => {
    const after = await save.run({ domains: [...domains] });
    if (after === null) return;
    onSaved(after);
    announce('Approved domains saved', 'They are shown on the Overview and on their groups.');
  };
  return (
    <Stack space="space.100">
      <Subheading>Which approved domains let people in without approval?</Subheading>
      <Text color="color.text.subtle">
        Atlassian Administration lists them under user access settings; no API tells them. People with such an
        address join by themselves and are put into the default groups.
      </Text>
      {domains.length === 0 ? (
        <Text weight="medium">{approvedDomains === null ? 'Not answered yet.' : 'No domain does.'}</Text>
      ) : null}
      {domains.map((each) => (
        <Inline key={domainInWords(each)} space="space.100" alignBlock="center">
          <Text>{domainInWords(each)}</Text>
          {mayChange ? (
            <Button
              spacing="compact"
              appearance="subtle"
              onClick={() => setDomains(withoutDomain(domains, each))}
            >
              Take out
            </Button>
          ) : null}
        </Inline>
      ))}
      {mayChange ? <ApprovedDomainFields onAdd={(added) => setDomains(withDomain(domains, added))} /> : null}
      {isNew && mayChange ? (
        <Stack space="space.100">
          {domains.length === 0 ? null : <DomainsEffect key={JSON.stringify(domains)} domains={domains} />}
          <SaveBar
            label={domains.length === 0 ? 'Save that no domain does' : 'Save these domains'}
            mayChange
            busy={save.busy}
            error={save.error}
            onSave={() => void send()}
          />
        </Stack>
      ) : null}
    </Stack>
  );
}

/** Where these domains let people in, and which removals may not last. */
function DomainsEffect({ domains }: { readonly domains: readonly ApprovedDomain[] }) {
  const { data, error } = useResolver('preview-approved-domains', { domains: [...domains] });
  if (error?.code === 'scan.none') return <NoScanYet />;
  if (error !== null) return <ActionError error={error} />;
  if (data === undefined) return <LoadingState what="the effect" />;
  return (
    <SectionMessage appearance="information" title="No seat gets another verdict">
      <Text>{`On the scan of ${formatTime(data.asOf)}. Nothing is saved yet.`}</Text>
      <SentenceList texts={data.sentences} none="" />
    </SectionMessage>
  );
}
