import { SectionMessage, Stack, Text } from '@forge/react';
import React from 'react';
import type { SettingsView } from '../../../src/contract/settings-replies';
import { PageHeader } from '../components/page-header';
import { ExemptionsPanel } from '../components/exemptions/exemptions-panel';
import { CalendarPanel } from '../components/settings/calendar-panel';
import { ConfirmedGroups } from '../components/settings/confirmed-groups';
import { ExportPanel } from '../components/settings/export-panel';
import { KeyPanel } from '../components/settings/key-panel';
import { OwnersPanel } from '../components/settings/owners-panel';
import { PolicyPanel } from '../components/settings/policy-panel';
import { ProjectScanPanel } from '../components/settings/project-scan-panel';
import { Panel } from '../components/panel';
import { ReviewPanel } from '../components/settings/review-panel';
import { SetupQuestions } from '../components/settings/setup-questions';
import { Remote } from '../components/states';
import { useResolver } from '../hooks/use-resolver';
import { settingsInWords, WHO_MAY_CHANGE } from '../view-models/settings';

/** Key, policy, rules and people. Read by everybody who works with the app, changed by site administrators. */
export function SettingsPage() {
  const settings = useResolver('get-settings', {});
  return (
    <Stack space="space.200">
      <PageHeader
        title="Settings"
        description="What SeatTrace may read, what counts as unused, and who decides, approves and signs off."
      />
      <Remote state={settings} what="the settings">
        {(view) => <SettingsContent settings={view} put={settings.put} />}
      </Remote>
    </Stack>
  );
}

interface SettingsContentProps {
  readonly settings: SettingsView;
  readonly put: (settings: SettingsView) => void;
}

function SettingsContent({ settings, put }: SettingsContentProps) {
  return (
    <Stack space="space.200">
      <Text>{settingsInWords(settings)}</Text>
      {settings.mayChange ? null : (
        <SectionMessage appearance="information" title="Read only">
          <Text>{WHO_MAY_CHANGE}</Text>
        </SectionMessage>
      )}
      <KeyPanel settings={settings} onSaved={put} />
      <ExportPanel settings={settings} onSaved={put} />
      <Panel
        title="Set-up questions"
        description="What no API tells. Each new answer shows its effect on the last scan before you save it."
      >
        <SetupQuestions settings={settings} onSaved={put} />
      </Panel>
      <PolicyPanel settings={settings} onSaved={put} />
      <ExemptionsPanel />
      <ReviewPanel settings={settings} onSaved={put} />
      <ProjectScanPanel settings={settings} onSaved={put} />
      <CalendarPanel settings={settings} onSaved={put} />
      <OwnersPanel settings={settings} onSaved={put} />
      <ConfirmedGroups settings={settings} />
    </Stack>
  );
}
